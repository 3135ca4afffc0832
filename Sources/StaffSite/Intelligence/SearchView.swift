import Concerns
import Pages
import Store

/// The view of `intelligence/search`.
struct SearchView: Sendable {
    let token: String
    let hasProblems: Bool
    let problems: [ProblemLine]
    let councils: [Choice]
    let authorityProblem: String?
    let areas: [Choice]
    let areaProblem: String?
    let from: String
    let fromProblem: String?
    let through: String
    let throughProblem: String?
    let sought: String
    let hasAnswer: Bool
    let count: String
    let concerns: [ConcernRow]
    let newer: String?
    let older: String?

    /// - Parameter found: one more than a page where there are more; nil where the question was refused.
    init(
        _ form: SearchForm, found: [ModeratedConcern]?, floor: Int, problems wrong: FormProblems = FormProblems([]),
        session: Session, in pages: StaffPages
    ) {
        let words = pages.words
        token = session.formToken.text
        hasProblems = !wrong.all.isEmpty
        problems = wrong.lines(in: words)
        councils = pages.councils(chosen: form.authority, none: "councilAny")
        authorityProblem = wrong.says("authority", in: words)
        areas =
            [Choice(value: "", label: words("areaAny"), isChosen: form.area.isEmpty)]
            + pages.choices(JudgementArea.self, "staffArea") { $0 == form.area }
        areaProblem = wrong.says("area", in: words)
        from = form.from
        fromProblem = wrong.says("from", in: words)
        through = form.through
        throughProblem = wrong.says("through", in: words)
        sought = form.sought
        hasAnswer = found != nil
        let shown = found ?? []
        let hasMore = shown.count > SearchForm.pageSize
        let least = (form.page - 1) * SearchForm.pageSize + min(shown.count, SearchForm.pageSize)
        count =
            hasMore
            ? words("countMoreThan", ["count": "\(least)"]) : pages.shown(ShownCount(least, floor: floor))
        concerns = shown.prefix(SearchForm.pageSize).map { ConcernRow($0, in: pages) }
        newer = form.page > 1 ? form.address(ofPage: form.page - 1) : nil
        older = hasMore ? form.address(ofPage: form.page + 1) : nil
    }
}
