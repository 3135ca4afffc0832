import Concerns
import Foundation
import HTTPTypes
import Hummingbird
import Pages
import Sealing
import Store
import Triage
import Unsealing

/// What was passed on about a concern, and the second moderator's word about it; readable when the original is long erased.
struct SafeguardingRoutes: Sendable {
    let pages: StaffPages
    let deciding: Deciding

    func add(to router: Router<StaffContext>) {
        router.group().add(middleware: RoomDoor(room: .desk))
            .get("/desk/{id}/safeguarding", use: open)
            .post("/desk/{id}/safeguarding", use: answer)
    }

    @Sendable func open(_ request: Request, context: StaffContext) async throws -> Page {
        try await page(of: id(in: context), for: context.signedIn)
    }

    @Sendable func answer(_ request: Request, context: StaffContext) async throws -> Response {
        let session = try context.signedIn
        let form = OpinionForm(try await context.fields(of: request))
        let id = try id(in: context)
        do {
            let agrees = try form.checked()
            guard let record = try? ConcernID(form.record) else { throw HTTPError(.notFound) }
            let sealer: Sealer
            do { sealer = try deciding.sealer(of: session) } catch is StaysClosed {
                throw FormProblems("record-\(form.record)", says: StaysClosed.noKey.key)
            }
            let note = SealedNote(try sealer.seal(Data(form.note.utf8), as: .opinion, of: record))
            try await deciding.desk.giveOpinion(
                on: record, agrees: agrees, note: note, by: session.name, on: deciding.today())
            return Page.seeOther("/desk?done=\((agrees ? Done.confirm : .decline).rawValue)")
        } catch let wrong as FormProblems {
            return try await page(of: id, for: session, form, wrong, status: .unprocessableContent).response()
        } catch let refused as OpinionRefused {
            let wrong = FormProblems("record-\(form.record)", says: try Self.key(refused))
            return try await page(of: id, for: session, form, wrong, status: .conflict).response()
        }
    }

    private static func key(_ refused: OpinionRefused) throws -> String {
        switch refused {
        case .noSuchRecord: throw HTTPError(.notFound)
        case .isTheFirst: "opinionIsTheFirst"
        case .alreadyGiven: "opinionAlreadyGiven"
        case .needsNone: "opinionNeedsNone"
        case .store(let problem): throw problem
        }
    }

    /// Nobody reads a record without a line in the log, which is written before this returns.
    private func page(
        of id: ConcernID, for session: Session, _ form: OpinionForm? = nil, _ wrong: FormProblems = FormProblems([]),
        status: HTTPResponse.Status = .ok
    ) async throws -> Page {
        guard let concern = try await deciding.desk.concern(id), concern.safeguardingRecords > 0 else {
            throw HTTPError(.notFound)
        }
        let rules = deciding.rules.decisions
        guard let teamKey = session.teamKey else {
            let view = ClosedView(
                concern, says: pages.words(StaysClosed.noKey.key), typed: nil, rules: rules,
                token: session.formToken.text, in: pages)
            return try pages.page("desk/closed", view, for: session, status: .conflict)
        }
        try await deciding.desk.noteReadRecords(of: id, by: session.name, on: deciding.today())
        let records = try await deciding.desk.safeguardingRecords(of: id)
        let view = SafeguardingView(
            id, records, with: NoteOpener(teamKey: teamKey), form, wrong, rules: rules, session: session, in: pages)
        return try pages.page("desk/safeguarding", view, for: session, status: status)
    }

    private func id(in context: StaffContext) throws -> ConcernID {
        guard let id = try? ConcernID(context.parameters.get("id") ?? "") else { throw HTTPError(.notFound) }
        return id
    }
}

/// A second moderator's word, as it stands.
struct OpinionForm: Sendable {
    let record: String
    let answer: String
    let note: String

    init(_ fields: FormFields) {
        record = fields["record"] ?? ""
        answer = fields["action"] ?? ""
        note = (fields["note"] ?? "").replacing("\r\n", with: "\n")
    }

    /// - Returns: whether the second moderator agrees.
    /// - Throws: everything that is wrong: no answer, or a no without a reason.
    func checked() throws(FormProblems) -> Bool {
        if note.unicodeScalars.count > DecidingForm.longestNote {
            throw FormProblems("note-\(record)", says: "deskNoteIsTooLong")
        }
        switch answer {
        case "confirm": return true
        case "decline":
            if note.allSatisfy(\.isWhitespace) { throw FormProblems("note-\(record)", says: "declineNeedsReason") }
            return false
        default: throw FormProblems("record-\(record)", says: "opinionIsMissing")
        }
    }
}
