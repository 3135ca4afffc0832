import Concerns
import Pages
import Reinspection

/// The view of `planning/case`: clock, timing, scope and plan of one case; no words of any concern.
struct CaseView: Sendable {
    let token: String
    let notice: String?
    let name: String
    let code: String
    let policies: [Choice]
    let policy: String
    let isClosed: Bool
    let planned: PlannedView
    let hasProblems: Bool
    let problems: [ProblemLine]
    let form: StatementForm
    let submittedProblem: String?
    let dayProblem: String?
    /// Nil while no report about a later inspection is published.
    let helped: HelpedView?
    let helpedProblem: String?

    init(
        _ brief: PlannerBrief, form: StatementForm, helped: HelpedView?, problems wrong: FormProblems, notice: String?,
        policies: [Choice], session: Session, in pages: StaffPages
    ) {
        token = session.formToken.text
        self.notice = notice
        name = brief.head.authority.name
        code = brief.head.authority.code.description
        self.policies = policies
        policy = brief.head.policy.id
        isClosed = !brief.head.reinspection.isOpen
        planned = PlannedView(brief, in: pages)
        hasProblems = !wrong.all.isEmpty
        problems = wrong.lines(in: pages.words)
        self.form = form
        submittedProblem = wrong.says("submitted", in: pages.words)
        dayProblem = wrong.says("day", in: pages.words)
        self.helped = helped
        helpedProblem = wrong.says(HelpedForm.field, in: pages.words)
    }
}
