import FactFiles

/// Something a policy has bound itself to by the number of The Who Cares? Trust's answer; its values must keep it.
package enum PolicyPromise: String, CaseIterable, Codable, Hashable, Sendable {
    case neverWeaknessesAlone = "T2"
    case listenedToAlways = "T14"
    case areaByLot = "T15"
    case noWeightForTheAuthority = "T18"
    case youngPeopleCount = "T21"
    case limitNotBelow24Months = "T22"
    case noFewerChildrenMet = "T24"
    case fullBeforeNoLongerInadequate = "T32"

    /// The policy that keeps all of them; another that wants fewer needs another id.
    static let trust = "who-cares-trust-2016"

    func isKept(by policy: Policy) -> Bool {
        switch self {
        case .neverWeaknessesAlone: policy.scope.alwaysListenedTo.value || !policy.scope.proportionate.value
        case .listenedToAlways: policy.scope.alwaysListenedTo.value
        case .areaByLot: policy.scope.randomExtraArea.value
        case .noWeightForTheAuthority: policy.timing.weight(of: .authority) == 0
        case .youngPeopleCount: policy.timing.weight(of: .concerns) > 0
        case .limitNotBelow24Months: policy.limitMonths.value >= 24
        case .noFewerChildrenMet: policy.engagementNotBelowFull.value
        case .fullBeforeNoLongerInadequate: policy.noLongerInadequateNeedsFull.value
        }
    }

    /// The key whose value breaks the promise, and what is said of it.
    var breach: (section: String, key: String, says: String, remedy: String) {
        switch self {
        case .neverWeaknessesAlone:
            (
                "scope", "alwaysListenedTo", "looking only at weaknesses can miss what got worse (T2)",
                "Write true for alwaysListenedTo."
            )
        case .listenedToAlways:
            ("scope", "alwaysListenedTo", "how children are listened to is always inspected (T14)", "Write true.")
        case .areaByLot: ("scope", "randomExtraArea", "one more area is drawn by lot (T15)", "Write true.")
        case .noWeightForTheAuthority:
            ("timing", "weights", "an authority has no say in when it is inspected (T18)", "Write 0 for authority.")
        case .youngPeopleCount:
            (
                "timing", "weights", "what young people say helps to decide when (T21)",
                "Write more than 0 for concerns."
            )
        case .limitNotBelow24Months:
            (
                "clock", "limitMonths",
                "the limit may not be less than 24 months, because change of a whole system takes time (T22)",
                "Write 24 or more."
            )
        case .noFewerChildrenMet:
            (
                "plan", "engagementNotBelowFull", "no fewer children may be met than in a full inspection (T24)",
                "Write true."
            )
        case .fullBeforeNoLongerInadequate:
            (
                "judgement", "noLongerInadequateNeedsFull",
                "only a full inspection can find an authority no longer inadequate (T32)", "Write true."
            )
        }
    }
}
