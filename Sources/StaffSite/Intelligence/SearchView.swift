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

    /// - Parameter page: which part of the answer `found` is; nil where the question was refused.
    init(
        _ form: SearchForm, found: [ModeratedConcern] = [], page: PageNumber? = nil,
        problems wrong: FormProblems = FormProblems([]), session: Session, in pages: StaffPages
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
        hasAnswer = page != nil
        count = page.map { pages.said($0) } ?? ""
        concerns = found.map { ConcernRow($0, in: pages) }
        newer = page?.before.map(form.address)
        older = page?.after.map(form.address)
    }
}

extension StaffPages {
    /// How many concerns there are, and which of them are shown.
    func said(_ page: PageNumber) -> String {
        guard let shown = page.shown else { return words("searchFoundNone") }
        guard page.count > 1 else { return words("searchFoundOne") }
        return words(
            "searchFound",
            ["count": "\(page.count)", "from": "\(shown.lowerBound)", "to": "\(shown.upperBound)"])
    }
}
