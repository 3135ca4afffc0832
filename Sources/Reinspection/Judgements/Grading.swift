package import Concerns

/// What a report says about one area, or overall.
package enum Grading: Hashable, Sendable, CustomStringConvertible {
    case graded(Grade)
    /// The inspectors looked and gave no grade, mostly because too few children are concerned.
    case notJudged
    /// The area has no grade of its own under that framework; it stands within another's.
    case within(JudgementArea)
    /// The framework has no such grade, as overall since April 2026.
    case notGiven

    package var description: String {
        switch self {
        case .graded(let grade): grade.rawValue
        case .notJudged: "not judged"
        case .within(let area): "judged together with \(area)"
        case .notGiven: "not given"
        }
    }
}
