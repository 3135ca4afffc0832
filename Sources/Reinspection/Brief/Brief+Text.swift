import Concerns
import FactFiles
import Signals

extension Brief {
    /// The whole brief as plain text for a terminal, 80 columns wide.
    package var text: String {
        var page = TextPage()
        head.write(on: &page)
        forPlanner.writeBody(on: &page)
        forInspector.writeBody(on: &page)
        return page.text
    }
}

extension PlannerBrief {
    /// The planner's half as plain text.
    package var text: String {
        var page = TextPage()
        head.write(on: &page)
        writeBody(on: &page)
        return page.text
    }

    fileprivate func writeBody(on page: inout TextPage) {
        clock.write(on: &page)
        timing.write(on: &page, head.names)
        scope.write(on: &page, head.names)
        plan.write(on: &page, head.names)
    }
}

extension InspectorBrief {
    /// The inspector's half as plain text.
    package var text: String {
        var page = TextPage()
        head.write(on: &page)
        writeBody(on: &page)
        return page.text
    }

    fileprivate func writeBody(on page: inout TextPage) {
        let words = head.names.words
        page.heading("Signals")
        if signals.isEmpty { page.paragraph("None. Silence says nothing: it is not improvement.") }
        for signal in signals {
            let count = ShownCount(signal.voices, floor: floor)
            page.entry(
                "\(words.area(signal.area)): \(words.name(.states, signal.state)), voices \(count) in "
                    + "\(signal.windowWeeks) weeks to \(signal.through)")
            if signal.voices >= floor {
                page.subentry(
                    "expected \(oneDecimal(signal.expected)) (\(range(signal.expectedRange))), "
                        + "ratio \(oneDecimal(signal.ratio)) (\(range(signal.ratioRange))), "
                        + "probability \(percent(signal.probability)) %")
            }
            for note in signal.notes { page.subentry(note) }
        }
        page.heading("Moderated concerns")
        if concerns.isEmpty { page.paragraph("None that inspectors may read.") }
        for concern in concerns {
            let urgency = words.name(.urgencies, concern.urgency)
            page.entry("\(concern.week), \(urgency), \(head.names.areas(concern.areas))")
            page.subentry(concern.words?.description ?? "(counted only)")
        }
    }

    private func range(_ range: ClosedRange<Double>) -> String {
        "\(oneDecimal(range.lowerBound)) to \(oneDecimal(range.upperBound))"
    }
}

extension BriefHead {
    fileprivate func write(on page: inout TextPage) {
        page.heading("Re-inspection brief: \(authority.name), \(asOf)")
        if isDemonstration { page.paragraph("DEMONSTRATION DATA: nothing in here concerns a real child.") }
        page.field("Authority", "\(authority.name) (\(authority.code)), \(authority.region)")
        page.field("Policy", "\(policy.title), version \(policy.version)")
        page.field("Case", "\(reinspection.id), \(reinspection.isOpen ? "open" : "closed")")
        write("Opened by", reinspection.opening, on: &page)
        if reinspection.standing != reinspection.opening { write("Inadequate again", reinspection.standing, on: &page) }
        if let closing = reinspection.closing { write("Closed by", closing, on: &page) }
    }

    private func write(_ name: String, _ judgement: Judgement, on page: inout TextPage) {
        let (framework, areas) = (judgement.framework, names.areas(judgement.inadequateAreas))
        let on = judged(in: judgement).map { " on \($0.name) (\($0.code)), its predecessor" } ?? ""
        page.field(
            name,
            "report of \(judgement.published)\(on): overall \(judgement.overall)"
                + (areas.isEmpty ? "" : "; inadequate: \(areas)")
                + ". \(names.kind(judgement.kind, under: framework)), \(names.framework(framework))")
    }
}
