package import Concerns

/// Where evidence about the time to return comes from (P25, T21).
package enum TimingKind: String, CaseIterable, Codable, Hashable, Sendable {
    case monitoring
    /// The Department for Education.
    case dfe
    case authority
    /// Data or intelligence that the authority has improved or fails to act.
    case intelligence
    /// What children and young people say; comes only from signals.
    case concerns
}

/// What a piece of evidence speaks for.
package enum Leaning: String, CaseIterable, Codable, Hashable, Sendable {
    case improved
    /// Getting worse, or failing to act (P26).
    case worsening
    case neither
}

/// A dated piece of evidence about when to return, as a person recorded it.
package struct TimingInput: Hashable, Sendable {
    package let kind: TimingKind
    package let day: Day
    package let leaning: Leaning
    package let text: String

    package init(kind: TimingKind, day: Day, leaning: Leaning, text: String) {
        self.kind = kind
        self.day = day
        self.leaning = leaning
        self.text = text
    }
}

/// A decision that needs no evidence: it recommends now.
package struct TimingOrder: Hashable, Sendable {
    package let kind: Kind
    package let day: Day
    /// Why, or the reference of the direction.
    package let reason: String

    package enum Kind: String, CaseIterable, Codable, Hashable, Sendable {
        /// The Secretary of State's (P30).
        case direction
        /// An inspector's (P29).
        case override
    }

    package init(kind: Kind, day: Day, reason: String) {
        self.kind = kind
        self.day = day
        self.reason = reason
    }
}

/// All that is recorded about when to return.
package struct TimingEvidence: Hashable, Sendable {
    package let inputs: [TimingInput]
    package let orders: [TimingOrder]

    package init(inputs: [TimingInput], orders: [TimingOrder] = []) {
        self.inputs = inputs
        self.orders = orders
    }

    /// What was known on `day`, since the report that found the authority inadequate.
    func known(from report: Day, to day: Day) -> TimingEvidence {
        TimingEvidence(
            inputs: inputs.filter { report <= $0.day && $0.day <= day },
            orders: orders.filter { report <= $0.day && $0.day <= day })
    }

    /// Whether the newest finding of visits or intelligence is one of improvement (P34).
    ///
    /// Neither the authority's word nor few concerns count as evidence.
    var improvementIsRecorded: Bool {
        inputs.filter { $0.kind == .monitoring || $0.kind == .intelligence }
            .max { $0.day < $1.day }?.leaning == .improved
    }
}
