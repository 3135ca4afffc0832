import Concerns
import HTTPTypes
import Hummingbird
import Pages
import Store
import Triage

/// How well the desk codes, how soon it decides and how its load lies; and, for the lead moderator, the data it goes by.
///
/// A moderator sees their own disagreements and their own work, the lead moderator everyone’s.
struct QualityRoutes: Sendable {
    static let weeksShown = 8
    static let daysShown = 14

    let pages: StaffPages
    let quality: Quality
    let triage: Triage
    let rules: ModerationRules
    let today: @Sendable () -> Day

    func add(to router: Router<StaffContext>) {
        router.group().add(middleware: RoomDoor(room: .desk))
            .get("/desk/quality", use: show)
            .post("/desk/quality", use: settle)
            .get("/desk/rules", use: showRules)
    }

    @Sendable func show(_ request: Request, context: StaffContext) async throws -> Page {
        let session = try context.signedIn
        let query = FormFields(bytes: (request.uri.query ?? "").utf8)
        return try await page(
            for: session, notice: query["done"] == "settled" ? pages.words("qualitySettled") : nil, status: .ok)
    }

    @Sendable func settle(_ request: Request, context: StaffContext) async throws -> Response {
        let session = try context.signedIn
        let fields = try await context.fields(of: request)
        guard let id = fields["concern"].flatMap({ try? ConcernID($0) }) else { throw HTTPError(.notFound) }
        let areas = JudgementArea.allCases.filter { fields.all("area").contains($0.rawValue) }
        guard let urgency = fields["urgency"].flatMap(Urgency.init(rawValue:)), !areas.isEmpty || urgency == .spam
        else {
            return try await page(
                for: session, notice: pages.words("qualityNotSettled"), status: .unprocessableContent
            ).response()
        }
        do {
            try await quality.settle(
                id, as: Coding(urgency: urgency, areas: areas), by: session.name, asLead: session.isLead, on: today())
            return Page.seeOther("/desk/quality?done=settled")
        } catch .store(let problem) {
            throw problem
        } catch .notYours {
            throw HTTPError(.forbidden)
        } catch .notChosen {
            throw HTTPError(.notFound)
        } catch {
            return try await page(for: session, notice: pages.words("qualityNothingToSettle"), status: .conflict)
                .response()
        }
    }

    @Sendable func showRules(_ request: Request, context: StaffContext) async throws -> Page {
        let session = try context.signedIn
        guard session.isLead else { throw HTTPError(.forbidden) }
        let view = RulesView(rules, failed: triage.failedPhraseTests(), token: session.formToken.text, in: pages)
        return try pages.page("quality/rules", view, for: session)
    }

    private func page(for session: Session, notice: String?, status: HTTPResponse.Status) async throws -> Page {
        let day = today()
        let figures = QualityFigures(
            readTwice: try await quality.readTwice(), missed: try await quality.missed(),
            withheld: try await quality.withheld(),
            pace: try await quality.pace(since: day.week.advanced(by: 1 - Self.weeksShown)),
            load: try await quality.load(since: day + (1 - Self.daysShown)))
        let view = QualityView(figures, rules: rules.quality, notice: notice, for: session, in: pages)
        return try pages.page("quality/quality", view, for: session, status: status)
    }
}

/// All that the quality page is made of.
struct QualityFigures: Sendable {
    let readTwice: [ReadTwice]
    let missed: MissedIdentifiers
    let withheld: [ConcernID]
    let pace: [PaceCount]
    let load: [DayOfWork]
}

extension Session {
    /// Whether this is the lead moderator, who sees everyone’s work and the rules.
    var isLead: Bool { role == .leadModerator }
}
