package import Concerns
package import FactFiles
package import Signals

/// The rules that turn evidence into timing and scope, with what stands behind each value.
package struct Policy: Sendable, Identifiable {
    package let id: String
    package let title: String
    /// Changed with every change of a value, and kept with every result.
    package let version: String
    package let source: String
    package let date: Day
    /// What the policy has bound itself to; checked when it is loaded.
    package let promises: [PolicyPromise]
    package let scope: ScopeRules
    /// Months from the statement of proposed action by which the return is due (P31).
    package let limitMonths: Sourced<Int>
    /// Months before which there is no return; nil where there is no such rule (P3).
    package let earliestMonths: Sourced<Int?>
    package let timing: TimingRules
    package let signals: SignalRule
    /// The smallest count that inspectors and planners see as a number (T15, note).
    package let smallestShown: Sourced<Int>
    /// Ids of papers that are asked for whatever is in scope (T14).
    package let annexItemsAlways: Sourced<[String]>
    /// Whether no fewer children may be met than in a full inspection (T24, T28).
    package let engagementNotBelowFull: Sourced<Bool>
    package let scale: Sourced<ReinspectionScale>
    /// Whether only a full inspection can find an authority no longer inadequate (T32).
    package let noLongerInadequateNeedsFull: Sourced<Bool>
    /// How many of its values are defaults nobody published.
    package let generalValues: Int
}

/// Which areas a policy inspects (P14 to P18, P34, T12 to T15).
package struct ScopeRules: Sendable {
    /// Whether a re-inspection may be less than a full inspection (P22).
    package let proportionate: Sourced<Bool>
    /// Whether the areas judged inadequate enter as weaknesses (P23).
    package let focusOnWeaknesses: Sourced<Bool>
    /// Whether all areas inadequate means a full inspection (P24).
    package let fullIfAllInadequate: Sourced<Bool>
    package let allInadequateMeans: Sourced<AllAreas>
    /// Whether the limit, reached without recorded improvement, means a full inspection (P34).
    package let fullAtLimit: Sourced<Bool>
    /// Whether a signal of deterioration adds its area (P18).
    package let deterioration: Sourced<Bool>
    /// Whether listening to children and young people is always inspected (T14).
    package let alwaysListenedTo: Sourced<Bool>
    /// Whether one more area is drawn by lot (T15).
    package let randomExtraArea: Sourced<Bool>
}

/// What “all areas inadequate” counts (P15).
package enum AllAreas: String, CaseIterable, Hashable, Sendable {
    /// The key judgements: those that are no part of another.
    case three
    /// All judgements, the parts of others too.
    case five
}

/// How evidence becomes a recommendation of when (P25).
package struct TimingRules: Sendable {
    package let weights: [TimingKind: Sourced<Double>]
    /// From this sum in one direction on: now.
    package let now: Sourced<Double>
    /// From this sum on: watch.
    package let watch: Sourced<Double>
    /// Within so many months of the limit: watch.
    package let limitWatchMonths: Sourced<Int>
    /// Within so many months of the limit: now.
    package let limitNowMonths: Sourced<Int>
    /// How many months a recommended window holds.
    package let windowMonths: Sourced<Int>
    /// How many monitoring visits must be recorded before improvement alone recommends now.
    package let monitoringVisitsFirst: Sourced<Int>

    /// The weight of one input of this kind; 0 is recorded and read, and changes nothing (T18).
    package func weight(of kind: TimingKind) -> Double { weights[kind]?.value ?? 0 }
}

/// How a re-inspection says what it found (P46).
package enum ReinspectionScale: String, CaseIterable, Codable, Hashable, Sendable {
    /// “Continue to be inadequate” or “no longer inadequate” (P47).
    case twoWay = "two-way"
    case fourPoint = "four-point"
}
