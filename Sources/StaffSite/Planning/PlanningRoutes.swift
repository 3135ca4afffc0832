import Concerns
import HTTPTypes
import Hummingbird
import Pages
import Reinspection
import Store

/// What planners see and enter: when, what and how to re-inspect.
///
/// No words of any concern can be reached from here.
struct PlanningRoutes: Sendable {
    let pages: StaffPages
    let briefs: Briefs
    let planning: Planning
    let facts: ReinspectionFacts
    /// The policy in force, where none is asked for.
    let policy: Policy
    let log: Log
    let today: @Sendable () -> Day

    func add(to router: Router<StaffContext>) {
        router.group().add(middleware: RoomDoor(room: .planning))
            .get("/planning", use: cases)
            .get("/planning/{code}", use: show)
            .post("/planning/{code}", use: enterStatement)
            .post("/planning/{code}/helped", use: tellThatTheyHelped)
    }

    @Sendable func cases(_ request: Request, context: StaffContext) async throws -> Page {
        let session = try context.signedIn
        let policy = try policy(named: query(of: request)["policy"])
        try await log.append(LogLine(day: today(), who: session.name, did: "read the plan", about: "all open cases"))
        let found = try await briefs.ofOpenCases(asOf: today(), policy: policy)
        let view = CasesView(found, policies: choices(policy), policy: policy, session: session, in: pages)
        return try pages.page("planning/cases", view, for: session)
    }

    @Sendable func show(_ request: Request, context: StaffContext) async throws -> Page {
        let session = try context.signedIn
        let query = query(of: request)
        let policy = try policy(named: query["policy"])
        let authority = try authority(in: context)
        try await log.append(
            LogLine(day: today(), who: session.name, did: "read the plan", about: authority.code.description))
        let brief: PlannerBrief
        do { brief = try await briefs.of(authority.code, asOf: today(), policy: policy) } catch let none as NoBrief {
            let view = NoCaseView(token: session.formToken.text, name: authority.name, says: none.description)
            return try pages.page("planning/no-case", view, for: session)
        }
        let notice = query["done"].flatMap(Done.init).map { pages.words($0.key) }
        return try await page(of: brief, for: session, notice: notice)
    }

    @Sendable func enterStatement(_ request: Request, context: StaffContext) async throws -> Response {
        let session = try context.signedIn
        let fields = try await context.fields(of: request)
        let policy = try policy(named: fields["policy"])
        let authority = try authority(in: context)
        let form = StatementForm(fields)
        let brief = try await brief(of: authority, policy)
        let reinspection = brief.head.reinspection
        guard reinspection.isOpen else { throw HTTPError(.notFound) }
        do {
            let day = try form.checked(today: today(), report: reinspection.standing.published.knownBy)
            try await planning.enterStatement(
                of: reinspection.id, submittedOn: day, by: session.name, on: today())
            return seeCase(of: authority, policy, after: .statement)
        } catch let problems as FormProblems {
            return try await page(
                of: brief, for: session, form: form, problems: problems, status: .unprocessableContent
            ).response()
        }
    }

    /// What a planner did, as the address of the page after it says.
    enum Done: String {
        case statement
        case helped
        case helpedNobody = "nobody"

        /// The key of the words that say so.
        var key: String {
            switch self {
            case .statement: "statementEntered"
            case .helped: "helpedDone"
            case .helpedNobody: "helpedNobody"
            }
        }
    }

    func seeCase(of authority: Authority, _ policy: Policy, after done: Done) -> Response {
        Page.seeOther("/planning/\(authority.code)?policy=\(policy.id)&done=\(done.rawValue)")
    }

    /// The page of a case, with what was filled in and what is wrong with it.
    func page(
        of brief: PlannerBrief, for session: Session, form: StatementForm = StatementForm(),
        ticked: HelpedForm = HelpedForm(), problems: FormProblems = FormProblems([]), notice: String? = nil,
        status: HTTPResponse.Status = .ok
    ) async throws -> Page {
        let view = CaseView(
            brief, form: form, helped: try await helped(of: brief.head.authority, ticked), problems: problems,
            notice: notice, policies: choices(brief.head.policy), session: session, in: pages)
        return try pages.page("planning/case", view, for: session, status: status)
    }

    /// The brief of a council that a form was sent about.
    ///
    /// - Throws: `HTTPError` 404 where there never was a case, `StoreProblem`, `NotADrawSeed`.
    func brief(of authority: Authority, _ policy: Policy) async throws -> PlannerBrief {
        do { return try await briefs.of(authority.code, asOf: today(), policy: policy) } catch is NoBrief {
            throw HTTPError(.notFound)
        }
    }

    private func query(of request: Request) -> FormFields { FormFields(bytes: (request.uri.query ?? "").utf8) }

    func authority(in context: StaffContext) throws -> Authority {
        guard let code = try? GSSCode(context.parameters.get("code") ?? ""), let authority = pages.authorities[code]
        else { throw HTTPError(.notFound) }
        return authority
    }

    func policy(named name: String?) throws -> Policy {
        guard let name, !name.isEmpty else { return policy }
        guard let found = facts.policies[name] else { throw HTTPError(.notFound) }
        return found
    }

    private func choices(_ chosen: Policy) -> [Choice] {
        facts.policies.values.sorted { $0.id < $1.id }
            .map { Choice(value: $0.id, label: $0.title, isChosen: $0.id == chosen.id) }
    }
}

/// The view of `planning/no-case`.
struct NoCaseView: Sendable {
    let token: String
    let name: String
    let says: String
}
