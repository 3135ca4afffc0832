import Concerns
import HTTPTypes
import Hummingbird
import Pages
import Store

/// Coding concerns a second time, without knowing what the first reader made of them.
struct SecondReadingRoutes: Sendable {
    let pages: StaffPages
    let quality: Quality
    let reader: BlindReader
    let today: @Sendable () -> Day

    func add(to router: Router<StaffContext>) {
        router.group().add(middleware: RoomDoor(room: .desk))
            .get("/desk/second", use: start)
            .get("/desk/second/{id}", use: open)
            .post("/desk/second/{id}", use: take)
    }

    @Sendable func start(_ request: Request, context: StaffContext) async throws -> Page {
        let session = try context.signedIn
        let query = FormFields(bytes: (request.uri.query ?? "").utf8)
        let missed = query["missed"].flatMap { try? ConcernID($0) }
        let toCorrect = missed == nil ? nil : try await quality.withheld().first { $0 == missed }
        let count = try await quality.countToRead(by: session.name)
        let next = try await quality.nextToRead(by: session.name)
        let view = SecondStartView(
            token: session.formToken.text, notice: query["done"] == "read" ? pages.words("secondDone") : nil,
            toCorrect: toCorrect?.description, count: pages.words("secondCount", ["count": "\(count)"]),
            next: next.map { "/desk/second/\($0)" })
        return try pages.page("quality/second-start", view, for: session)
    }

    @Sendable func open(_ request: Request, context: StaffContext) async throws -> Page {
        let session = try context.signedIn
        do {
            let opened = try await opened(in: context, for: session)
            let view = SecondReadingView(opened, SecondReadingForm(), session: session, in: pages)
            return try pages.page("quality/second", view, for: session)
        } catch let closed as StaysClosed {
            return try page(pages.words(closed.key), session)
        } catch let refused as SecondReadingRefused {
            return try page(for: refused, session)
        }
    }

    @Sendable func take(_ request: Request, context: StaffContext) async throws -> Response {
        let session = try context.signedIn
        let form = SecondReadingForm(try await context.fields(of: request))
        do {
            let opened = try await opened(in: context, for: session)
            let reading: SecondReading
            do {
                reading = try form.checked(
                    opened.concern.id, in: opened.concern.text, by: session.name, on: today())
            } catch {
                let view = SecondReadingView(opened, form, problems: error, session: session, in: pages)
                return try pages.page("quality/second", view, for: session, status: .unprocessableContent).response()
            }
            let isWithheld = try await quality.take(reading)
            return Page.seeOther("/desk/second?done=read" + (isWithheld ? "&missed=\(opened.concern.id)" : ""))
        } catch let closed as StaysClosed {
            return try page(pages.words(closed.key), session).response()
        } catch let refused as SecondReadingRefused {
            return try page(for: refused, session).response()
        }
    }

    /// - Throws: ``SecondReadingRefused``, ``StaysClosed``, `HTTPError` 404 for what is no concern.
    private func opened(in context: StaffContext, for session: Session) async throws -> OpenedBlind {
        guard let id = try? ConcernID(context.parameters.get("id") ?? "") else { throw HTTPError(.notFound) }
        let concern = try await quality.concernToRead(id, by: session.name)
        return try await reader.open(concern, for: session, on: today())
    }

    private func page(for refused: SecondReadingRefused, _ session: Session) throws -> Page {
        switch refused {
        case .notChosen: throw HTTPError(.notFound)
        case .store(let problem): throw problem
        case .ownDecision: try page(pages.words("secondOwn"), session)
        case .alreadyRead: try page(pages.words("secondAlreadyRead"), session)
        case .lapsed, .notYours, .nothingToSettle: try page(pages.words("secondLapsed"), session)
        }
    }

    private func page(_ says: String, _ session: Session) throws -> Page {
        try pages.page(
            "quality/second-closed", SecondClosedView(token: session.formToken.text, says: says), for: session,
            status: .conflict)
    }
}
