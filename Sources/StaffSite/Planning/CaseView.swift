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
    let policyLine: String
    let isClosed: Bool
    let facts: [Fact]
    let question: String?
    let recommendation: String
    let window: String
    let timingReasons: [Reason]
    let inputs: [Input]
    let hasInputs: Bool
    let scope: [Area]
    let isFull: Bool
    let draw: [Fact]
    let hasDraw: Bool
    let plan: [Figure]
    let objections: [String]
    let hasObjections: Bool
    let lists: [Entry]
    let items: [Entry]
    let criteria: [Entry]
    let hasProblems: Bool
    let problems: [ProblemLine]
    let form: StatementForm
    let submittedProblem: String?
    let dayProblem: String?

    struct Fact: Sendable {
        let label: String
        let value: String
    }

    struct Reason: Sendable {
        let rule: String
        let text: String
    }

    struct Area: Sendable {
        let area: String
        let reasons: [Reason]
    }

    struct Input: Sendable {
        let kind: String
        let day: String
        let leaning: String
        let text: String
        let weight: String
        let contribution: String
        let note: String
    }

    struct Figure: Sendable {
        let what: String
        let planned: Int
        let full: Int
    }

    struct Entry: Sendable {
        let id: String
        let title: String
    }
}
