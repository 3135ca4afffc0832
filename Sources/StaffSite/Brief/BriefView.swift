import Concerns
import Pages
import Reinspection
import Signals

/// The view of `brief`: the whole brief of one authority, to be printed.
struct BriefView: Sendable {
    let title: String
    let isClosed: Bool
    let planned: PlannedView
    let hasWindow: Bool
    let caption: String
    let signals: [SignalRow]
    let method: String
    let policy: String
    let hasConcerns: Bool
    let concerns: [Concern]

    struct Concern: Sendable {
        let week: String
        let areas: String
        let urgency: String
        let text: String
    }

    init(_ brief: Brief, in pages: StaffPages) {
        let (head, heard, words) = (brief.head, brief.forInspector, pages.words)
        title = words("briefTitle", ["name": head.authority.name, "day": head.asOf.description])
        isClosed = !head.reinspection.isOpen
        planned = PlannedView(brief.forPlanner, isPrinted: true, in: pages)
        let newest = heard.signals.first
        hasWindow = newest != nil
        caption = words(
            "signalsCaption",
            [
                "weeks": "\(newest?.windowWeeks ?? 0)", "through": newest?.through.description ?? "",
                "factor": Shown.oneDecimal(head.policy.signals.factor) ?? "",
            ])
        signals = heard.signals.map { SignalRow($0, floor: heard.floor, in: pages) }
        method = pages.method(newest?.method ?? "")
        policy = planned.policyLine
        hasConcerns = !heard.concerns.isEmpty
        concerns = heard.concerns.map {
            Concern(
                week: $0.week, areas: pages.names(of: $0.areas),
                urgency: pages.said("staffUrgency", $0.urgency.rawValue), text: $0.words?.description ?? "")
        }
    }
}
