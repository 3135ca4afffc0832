import FactFiles

/// What a re-inspection may say instead of a grade (P47), and the weaker wording that T32 leaves for a part of the whole.
///
/// It is no ``Grade`` and cannot be kept or compared as one (P46).
package enum TwoWayJudgement: String, CaseIterable, Codable, Hashable, Sendable {
    case continuesInadequate = "continues-to-be-inadequate"
    /// The services looked at have improved; the case stays open, and a full inspection is proposed.
    case lookedAtHaveImproved = "services-looked-at-have-improved"
    case noLongerInadequate = "no-longer-inadequate"

    package var closesCase: Bool { self == .noLongerInadequate }

    /// What inspectors may choose from after a re-inspection of this scope; nothing where the policy gives grades.
    package static func allowed(after scope: Scope, under policy: Policy) -> [TwoWayJudgement] {
        guard policy.scale.value == .twoWay else { return [] }
        let isWideEnough = scope.isFull || !policy.noLongerInadequateNeedsFull.value
        return [.continuesInadequate, isWideEnough ? .noLongerInadequate : .lookedAtHaveImproved]
    }
}
