package import Concerns
import FactFiles
package import Signals

/// What a re-inspection looks at, each area with every reason (P4).
package struct Scope: Hashable, Sendable {
    /// In the order of the reports.
    package let lines: [ScopeLine]
    /// Nil where the policy draws nothing.
    package let draw: Draw?
    /// Whether all areas of the framework are inspected.
    package let isFull: Bool
    /// Signals of deterioration that an inspector set aside, with the reason (X2).
    package let declined: [ScopeDecision]

    /// What a scope is made of, beside case and policy.
    package struct Evidence: Sendable {
        package let signals: [Signal]
        package let decisions: [ScopeDecision]
        /// Whether an inspector's judgement of improvement is on record; never inferred from few concerns (P34).
        package let improvementIsRecorded: Bool

        package init(signals: [Signal], decisions: [ScopeDecision], improvementIsRecorded: Bool) {
            self.signals = signals
            self.decisions = decisions
            self.improvementIsRecorded = improvementIsRecorded
        }
    }

    /// - Parameters:
    ///   - judgedBy: the framework of the case's newest inadequate judgement.
    ///   - framework: the one that the re-inspection stands under; its areas can be drawn.
    package init(
        of reinspection: ReinspectionCase, judgedBy: Framework, framework: Framework, policy: Policy, clock: Clock,
        evidence: Evidence, seed: DrawSeed, reasons words: ReasonWords
    ) {
        var found = Findings()
        let (rules, judgement) = (policy.scope, reinspection.standing)
        let published = judgement.published.description
        if rules.focusOnWeaknesses.value {
            for area in judgement.inadequateAreas {
                let title = judgedBy.judgement(for: area)?.title ?? area.rawValue
                found.add(area, words.scope(.weakness, ["judgement": title, "published": published]))
            }
        }
        if !rules.proportionate.value {
            found.add(framework.areas, words.scope(.always, phrase: "always-full"))
        }
        let counted = judgedBy.areas(meaning: rules.allInadequateMeans.value)
        if rules.fullIfAllInadequate.value, counted.allSatisfy({ judgement.grade(of: $0) == .inadequate }) {
            found.add(framework.areas, words.scope(.allAreasInadequate, ["published": published]))
        }
        if rules.fullAtLimit.value, clock.isLimitReached, !evidence.improvementIsRecorded, let limit = clock.limit {
            found.add(framework.areas, words.scope(.limitReached, ["limit": limit.description]))
        }
        declined =
            rules.deterioration.value
            ? found.addDeterioration(evidence.signals, evidence.decisions, policy, words) : []
        for decision in evidence.decisions where decision.kind == .adds {
            found.add(decision.area, words.scope(.inspector, ["by": decision.by, "reason": decision.reason]))
        }
        if rules.alwaysListenedTo.value { found.add(.listenedTo, words.scope(.always)) }
        draw =
            rules.randomExtraArea.value
            ? Draw(from: framework.areas, inScope: Set(found.reasons.keys), seed: seed, day: clock.asOf) : nil
        if let draw, let area = draw.area {
            let candidates = draw.candidates.map(words.area).joined(separator: ", ")
            found.add(area, words.scope(.random, ["candidates": candidates]))
        }
        lines = found.lines
        isFull = framework.areas.allSatisfy { found.reasons[$0] != nil }
    }

    package var areas: Set<JudgementArea> { Set(lines.map(\.area)) }

    package func reasons(for area: JudgementArea) -> [ScopeReason] {
        lines.first { $0.area == area }?.reasons ?? []
    }
}

/// The reasons found so far.
private struct Findings {
    private(set) var reasons: [JudgementArea: [ScopeReason]] = [:]

    var lines: [ScopeLine] {
        reasons.keys.sorted().map { ScopeLine(area: $0, reasons: reasons[$0] ?? []) }
    }

    mutating func add(_ area: JudgementArea, _ reason: ScopeReason) { reasons[area, default: []].append(reason) }
    mutating func add(_ areas: [JudgementArea], _ reason: ScopeReason) { for area in areas { add(area, reason) } }

    /// - Returns: the decisions that set a signal aside.
    mutating func addDeterioration(
        _ signals: [Signal], _ decisions: [ScopeDecision], _ policy: Policy, _ words: ReasonWords
    ) -> [ScopeDecision] {
        var declined: [ScopeDecision] = []
        for signal in signals where signal.state == .deteriorated {
            if let decision = decisions.last(where: { $0.area == signal.area }), decision.kind == .declines {
                declined.append(decision)
                continue
            }
            let voices = ShownCount(signal.voices, floor: policy.smallestShown.value)
            add(
                signal.area,
                words.scope(
                    .deterioration,
                    [
                        "voices": "\(voices)", "weeks": "\(signal.windowWeeks)",
                        "expected": oneDecimal(signal.expected), "factor": oneDecimal(policy.signals.factor),
                        "percent": percent(signal.probability),
                    ]))
        }
        return declined
    }
}
