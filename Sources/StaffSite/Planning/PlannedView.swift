import Concerns
import Pages
import Reinspection

/// The planner's half of a brief as pages show it: clock, timing, scope and plan.
struct PlannedView: Sendable {
    /// Whether the page is made to be printed, so that nothing on it may be folded away.
    let isPrinted: Bool
    let policyLine: String
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
