package import Concerns
package import FactFiles

/// One version of Ofsted's rules for inspecting children's services, as published.
package struct Framework: Sendable, Identifiable {
    package let id: String
    package let title: String
    package let validFrom: Day
    /// The last day; nil while it is in force.
    package let validTo: Day?
    package let judgements: [FrameworkJudgement]
    /// Whether reports give an overall grade.
    package let hasOverall: Bool
    package let trigger: CaseTrigger
    package let kinds: [InspectionKind]
    package let statementDueWorkingDays: Sourced<Int>
    package let full: InspectionShape
    package let minimum: InspectionShape
    /// How much a re-inspection of so many areas takes, by their number (P38).
    package let breadth: [Breadth]
    package let criteria: [Criterion]
    package let annex: Annex

    package func isInForce(on day: Day) -> Bool { validFrom <= day && (validTo.map { day <= $0 } ?? true) }

    /// The judgement that answers for `area`.
    package func judgement(for area: JudgementArea) -> FrameworkJudgement? {
        judgements.first { $0.answersFor.contains(area) }
    }

    /// The areas it judges, in the order of the reports; `listened-to` is never one (T14).
    package var areas: [JudgementArea] { JudgementArea.allCases.filter { judgement(for: $0) != nil } }

    package func kind(_ id: String) -> InspectionKind? { kinds.first { $0.id == id } }

    /// Whether `judgement`, made under this framework, opens a case or keeps one open.
    package func isInadequate(_ judgement: Judgement) -> Bool {
        switch trigger {
        case .overall: judgement.overall == .graded(.inadequate)
        case .anyOf(let ids):
            judgements.contains { part in
                ids.contains(part.id) && part.answersFor.first.map { judgement.grade(of: $0) } == .inadequate
            }
        }
    }

    /// What is meant by “all areas” under a policy (P15).
    package func areas(meaning all: AllAreas) -> [JudgementArea] {
        switch all {
        case .three: judgements.filter { $0.parent == nil }.compactMap(\.answersFor.first).sorted()
        case .five: judgements.compactMap(\.answersFor.first).sorted()
        }
    }
}

/// A part of a framework that gets a grade.
package struct FrameworkJudgement: Hashable, Sendable, Identifiable {
    package let id: String
    package let title: String
    /// The judgement it is a part of.
    package let parent: String?
    /// The areas it grades, its own first; the others are judged within it.
    ///
    /// Empty for a body apart from the authority.
    package let answersFor: [JudgementArea]
    package let countsToOverall: Bool
}

/// What makes a judgement one that opens a case.
package enum CaseTrigger: Hashable, Sendable {
    case overall
    /// Any of these judgements, by their ids.
    case anyOf([String])
}

/// One of the questions that inspectors ask, in our words.
package struct Criterion: Hashable, Sendable, Identifiable {
    package let id: String
    package let area: JudgementArea
    package let text: String
    /// Whether it asks how children and young people are listened to (T14).
    package let isListenedTo: Bool
}
