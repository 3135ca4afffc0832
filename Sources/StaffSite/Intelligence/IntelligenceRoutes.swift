import Concerns
import FactFiles
import HTTPTypes
import Hummingbird
import Pages
import Reinspection
import Signals
import Store

/// What inspectors read: moderated words and signals.
///
/// Neither originals nor plans can be reached from here.
struct IntelligenceRoutes: Sendable {
    let pages: StaffPages
    let reading: Reading
    let board: SignalBoard
    let statementDates: StatementDates
    let facts: ReinspectionFacts
    let policy: Policy
    let log: Log
    let today: @Sendable () -> Day

    func add(to router: Router<StaffContext>) {
        router.group().add(middleware: RoomDoor(room: .intelligence))
            .get("/intelligence", use: search)
            .get("/intelligence/{code}", use: council)
    }

    @Sendable func search(_ request: Request, context: StaffContext) async throws -> Page {
        let session = try context.signedIn
        let form = SearchForm(query: request.uri.query ?? "")
        do {
            var query = try form.checked(among: pages.authorities)
            let page = PageNumber(form.page, of: try await reading.count(query), perPage: query.limit)
            query.offset = page.offset
            // That someone searched, and never for what: the words may be a child's name.
            try await log.append(
                LogLine(day: today(), who: session.name, did: "searched", about: "moderated concerns"))
            let found = try await reading.concerns(query)
            let view = SearchView(form, found: found, page: page, session: session, in: pages)
            return try pages.page("intelligence/search", view, for: session)
        } catch let problems as FormProblems {
            let view = SearchView(form, problems: problems, session: session, in: pages)
            return try pages.page("intelligence/search", view, for: session, status: .unprocessableContent)
        }
    }

    @Sendable func council(_ request: Request, context: StaffContext) async throws -> Page {
        let session = try context.signedIn
        let day = today()
        guard let code = try? GSSCode(context.parameters.get("code") ?? ""), let authority = pages.authorities[code]
        else { throw HTTPError(.notFound) }
        let reinspection = facts.case(of: authority.code, asOf: day, policy: policy)
        let statement = try await statementDates.all()[reinspection?.id ?? ""]
        guard let standing = facts.standing(of: authority.code, asOf: day, statement: statement, policy: policy) else {
            throw HTTPError(.notFound)
        }
        let signals =
            try await board.signals(of: [authority.code], rule: policy.signals, today: day)[authority.code] ?? []
        let concerns = try await reading.concerns(
            ConcernQuery(
                authorities: pages.authorities.lineage(of: authority.code), limit: SearchForm.pageSize + 1))
        try await log.append(
            LogLine(day: day, who: session.name, did: "read the council’s page", about: code.description))
        let floor = policy.smallestShown.value
        let view = CouncilView(
            standing, signals.map { SignalRow($0, floor: floor, in: pages) },
            window: signals.first.map { ($0.windowWeeks, $0.through.description, $0.method) }, concerns: concerns,
            policy: policy, session: session, in: pages)
        return try pages.page("intelligence/council", view, for: session)
    }
}
