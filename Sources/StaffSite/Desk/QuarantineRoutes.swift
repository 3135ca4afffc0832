import Concerns
import HTTPTypes
import Hummingbird
import NIOCore
import Pages
import Receiving
import Store
import Triage

/// What no concern could be made of without a person: the list, one source at a time, and what becomes of it.
struct QuarantineRoutes: Sendable {
    private static let pageSize = 100

    let pages: StaffPages
    let desk: Desk
    let reader: QuarantineReader
    let reception: InboxReception
    let triage: Triage
    let guidance: [GuidanceStep]
    let today: @Sendable () -> Day

    func add(to router: Router<StaffContext>) {
        router.group().add(middleware: RoomDoor(room: .desk))
            .get("/desk/quarantine", use: list)
            .get("/desk/quarantine/{id}", use: open)
            .get("/desk/quarantine/{id}/source", use: download)
            .post("/desk/quarantine/{id}", use: settle)
    }

    @Sendable func list(_ request: Request, context: StaffContext) async throws -> Page {
        let session = try context.signedIn
        let query = FormFields(bytes: (request.uri.query ?? "").utf8)
        let count = try await desk.countsQuarantined().waiting
        let page = PageNumber(query["page"], of: count, perPage: Self.pageSize)
        let waiting = try await desk.quarantined(from: page.offset, limit: page.size)
        let notice = query["done"] == "set-aside" ? pages.words("quarantineSetAside") : nil
        let view = QuarantineListView(
            waiting, page: page, notice: notice, token: session.formToken.text, in: pages)
        return try pages.page("desk/quarantine", view, for: session)
    }

    @Sendable func open(_ request: Request, context: StaffContext) async throws -> Page {
        let session = try context.signedIn
        let entry = try await entry(in: context)
        do {
            let opened = try await reader.open(entry, for: session, on: today())
            return try page(for: opened, QuarantineForm(suggesting: opened), session, status: .ok)
        } catch let closed as StaysClosed {
            return try page(for: closed, entry, session)
        }
    }

    @Sendable func download(_ request: Request, context: StaffContext) async throws -> Response {
        let session = try context.signedIn
        let entry = try await entry(in: context)
        do {
            let source = try await reader.download(entry, for: session, on: today())
            // No browser opens it, whatever it is, and no file system learns what it was called.
            return Response(
                status: .ok,
                headers: [
                    .contentType: "application/octet-stream",
                    .contentDisposition: "attachment; filename=\"message.bin\"",
                    .contentLength: "\(source.count)",
                ],
                body: .init(byteBuffer: ByteBuffer(bytes: source)))
        } catch let closed as StaysClosed {
            return try page(for: closed, entry, session).response()
        }
    }

    @Sendable func settle(_ request: Request, context: StaffContext) async throws -> Response {
        let session = try context.signedIn
        let form = QuarantineForm(try await context.fields(of: request))
        let entry = try await entry(in: context)
        let opened: OpenedQuarantined
        do { opened = try await reader.open(entry, for: session, on: today()) } catch let closed as StaysClosed {
            // Another moderator was quicker: what was keyed in is given back.
            return try page(for: closed, entry, session, keyed: form.keyed.told.message.words).response()
        }
        do {
            if form.wantsSettingAside {
                let reason = try form.checkedReason()
                try await desk.setAside(opened.entry.id, as: reason, by: session.name, on: today())
                return Page.seeOther("/desk/quarantine?done=set-aside")
            }
            if form.keyed.wantsLookUp { return try page(for: opened, form, session, status: .ok).response() }
            let (answers, channel) = try form.checked(in: pages.authorities)
            _ = try await reception.take(
                answers, through: channel, from: opened.entry, beside: opened.message, at: desk, by: session.name)
            return Page.seeOther("/desk/\(opened.entry.id)")
        } catch let wrong as FormProblems {
            return try page(for: opened, form, problems: wrong, session, status: .unprocessableContent).response()
        } catch QuarantineRefused.alreadySettled(let outcome) {
            let keyed = form.keyed.told.message.words
            return try page(for: .settled(outcome), entry, session, keyed: keyed).response()
        } catch QuarantineRefused.store(let problem) {
            context.logFault("What is in quarantine was not settled", problem)
            return try page(for: opened, form, isNotKept: true, session, status: .serviceUnavailable).response()
        }
    }

    private func entry(in context: StaffContext) async throws -> QuarantinedSource {
        guard let id = try? ConcernID(context.parameters.get("id") ?? ""),
            let entry = try await desk.quarantined(id)
        else { throw HTTPError(.notFound) }
        return entry
    }

    private func page(
        for opened: OpenedQuarantined, _ form: QuarantineForm, problems: FormProblems = FormProblems([]),
        isNotKept: Bool = false, _ session: Session, status: HTTPResponse.Status
    ) throws -> Page {
        let told = form.keyed.told
        let isDanger =
            opened.entry.urgency == .dangerNow || triage.soundsLikeDanger(told.message)
            || triage.soundsLikeDanger(Original(told.council))
        let view = QuarantineView(
            opened, form, problems: problems, isNotKept: isNotKept, isDanger: isDanger, guidance: guidance,
            session: session, in: pages)
        return try pages.page("desk/quarantined", view, for: session, status: status)
    }

    private func page(
        for closed: StaysClosed, _ entry: QuarantinedSource, _ session: Session, keyed: String = ""
    ) throws -> Page {
        let view = QuarantineClosedView(
            entry.summary, closed: closed, keyed: keyed, token: session.formToken.text, in: pages)
        return try pages.page("desk/quarantine-closed", view, for: session, status: .conflict)
    }
}
