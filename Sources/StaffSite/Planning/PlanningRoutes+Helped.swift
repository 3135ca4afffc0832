import Concerns
import FactFiles
import HTTPTypes
import Hummingbird
import Pages
import Reinspection
import Store

extension PlanningRoutes {
    /// Takes down, for good, that young people helped decide what inspectors looked at; they read it with their receipts.
    @Sendable func tellThatTheyHelped(_ request: Request, context: StaffContext) async throws -> Response {
        let session = try context.signedIn
        let fields = try await context.fields(of: request)
        let shown = try policy(named: fields["policy"])
        let authority = try authority(in: context)
        let form = HelpedForm(fields)
        func refused(_ problems: FormProblems, _ status: HTTPResponse.Status) async throws -> Response {
            let brief = try await brief(of: authority, shown)
            return try await page(of: brief, for: session, ticked: form, problems: problems, status: status).response()
        }
        guard let later = laterInspection(of: authority) else {
            return try await refused(FormProblems(HelpedForm.field, says: "helpedNoReport"), .conflict)
        }
        let areas: Set<JudgementArea>
        do { areas = try form.checked() } catch { return try await refused(error, .unprocessableContent) }
        let told = try await planning.noteHelped(
            in: later.caseID, authorities: later.authorities, areas: areas, acceptedBy: later.dayBefore,
            by: session.name, on: today())
        return seeCase(of: authority, shown, after: told > 0 ? .helped : .helpedNobody)
    }

    /// The form that tells them, or nil while no report about a later inspection is published.
    func helped(of authority: Authority, _ form: HelpedForm) async throws -> HelpedView? {
        guard let later = laterInspection(of: authority) else { return nil }
        let threads = try await planning.threadsToTell(of: later.authorities, acceptedBy: later.dayBefore)
        return HelpedView(later, threads: threads, floor: policy.smallestShown.value, form: form, in: pages)
    }

    /// Under the policy in force, whichever the page shows: looking at another one must not change who can be told.
    private func laterInspection(of authority: Authority) -> LaterInspection? {
        LaterInspection(of: authority.code, in: facts, asOf: today(), policy: policy)
    }
}
