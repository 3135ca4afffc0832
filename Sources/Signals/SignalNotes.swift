import Concerns

/// What a reader must know to judge a signal, in sentences for staff.
struct SignalNotes: Sendable {
    static let nobodyHeard = ["Nobody has been heard from this authority. Silence is not a sign that all is well."]

    let rule: SignalRule
    let sizeIsKnown: Bool
    let pastWeeks: Int

    func sentences(for evidence: Evidence, _ verdict: Verdict) -> [String] {
        // Beside weeks without counts, neighbours and nation have nothing to be compared with.
        guard verdict.doubt != .noCounts else { return [doubt(verdict.doubt, evidence)].compactMap { $0 } }
        return [doubt(verdict.doubt, evidence), neighbours(evidence), nation(evidence), size].compactMap { $0 }
    }

    private func doubt(_ doubt: Verdict.Doubt?, _ evidence: Evidence) -> String? {
        switch doubt {
        case nil: nil
        case .noCounts:
            "Nothing is on file for these weeks, from any authority, so nothing can be said of them."
        case .tooFewVoices:
            "Fewer than \(max(rule.leastVoices, 1)) voices in these weeks: too few to say anything. "
                + "Silence is not a sign that all is well."
        case .tooShortPast:
            "Counts have been kept for only \(pastWeeks) weeks before these; \(rule.windowWeeks) are needed to compare."
        case .neighboursRoseToo:
            "This area rose, and so did the authority’s other areas. More young people may have been asked, or practice "
                + "may have got worse everywhere: read their words before deciding."
        case .notLasting:
            "The rise rests on a few of these weeks. It may be one event, or a change too young to tell."
        case .onlyNeighboursFell:
            "This area did not rise; it stands out because the authority’s other areas were heard less."
        }
    }

    private func neighbours(_ evidence: Evidence) -> String? {
        guard !(0.8...1.25).contains(evidence.common.mean) else { return nil }
        return "The authority’s other areas had \(times(evidence.common.mean)) their usual voices in these weeks; "
            + "this area is judged against that."
    }

    private func nation(_ evidence: Evidence) -> String? {
        guard !(0.8...1.25).contains(evidence.nationalLevel) else { return nil }
        return "All other authorities together had \(times(evidence.nationalLevel)) their past voices in this area; "
            + "the comparison allows for it."
    }

    private var size: String? {
        sizeIsKnown
            ? nil : "The number of children in care is not known here; the median of the authorities stands in for it."
    }

    /// 1.5 as “1.5 times”.
    private func times(_ factor: Double) -> String {
        let tenths = Int((factor * 10).rounded())
        return "\(tenths / 10).\(tenths % 10) times"
    }
}
