package import Concerns
package import FactFiles

/// What one inspection report decided about one authority.
package struct Judgement: Hashable, Sendable {
    /// The authority as it was called then; it may have ended since.
    package let authority: GSSCode
    /// The framework's id, such as `sif-2013`.
    package let framework: String
    /// The id of the kind of inspection within the framework, such as `re-inspection`.
    package let kind: String
    /// The first day of the inspection; nil where the table does not tell.
    package let began: Day?
    package let published: ReportDate
    package let overall: Grading
    package let grades: [JudgementArea: Grading]
    package let confidence: Confidence
    package let source: String

    package init(
        authority: GSSCode, framework: String, kind: String, published: ReportDate, overall: Grading,
        grades: [JudgementArea: Grading], confidence: Confidence, source: String, began: Day? = nil
    ) {
        self.authority = authority
        self.framework = framework
        self.kind = kind
        self.began = began
        self.published = published
        self.overall = overall
        self.grades = grades
        self.confidence = confidence
        self.source = source
    }

    /// The grade that answers for `area`, its own or the one it was judged within; nil when there is none.
    package func grade(of area: JudgementArea) -> Grade? {
        switch grades[area] {
        case .graded(let grade): grade
        // One step only: a file cannot send us round in a circle.
        case .within(let other): if case .graded(let grade) = grades[other] { grade } else { nil }
        case .notJudged, .notGiven, nil: nil
        }
    }

    /// The areas that stand inadequate, in the order of the reports.
    package var inadequateAreas: [JudgementArea] {
        JudgementArea.allCases.filter { grade(of: $0) == .inadequate }
    }
}
