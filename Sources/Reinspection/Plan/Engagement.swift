import FactFiles

/// How many children and young people inspectors met in the last full inspection, and how anyone knows.
package struct EngagementBaseline: Hashable, Sendable {
    package let children: Int
    /// Such as “counted in 2015” or “two in a hundred children in care”.
    package let how: String

    package init(children: Int, how: String) {
        self.children = children
        self.how = how
    }
}

/// How many children and young people are to be met (T24 to T28).
package enum Engagement: Hashable, Sendable, CustomStringConvertible {
    /// No number is published for any inspection, so without a record there is none to hold a plan against.
    case unknown
    case atLeast(Int, baseline: EngagementBaseline)

    init(baseline: EngagementBaseline?, target: Int?) {
        self = baseline.map { .atLeast(target ?? $0.children, baseline: $0) } ?? .unknown
    }

    func objections(under policy: Policy) -> [PlanObjection] {
        guard policy.engagementNotBelowFull.value else { return [] }
        return switch self {
        case .unknown: [.engagementUnknown]
        case .atLeast(let target, let baseline):
            target < baseline.children ? [.fewerChildren(target: target, full: baseline.children)] : []
        }
    }

    package var description: String {
        switch self {
        case .unknown: "unknown: nobody recorded how many children a full inspection met here"
        case .atLeast(let target, let baseline):
            "at least \(target) children and young people; full inspection \(baseline.children), \(baseline.how)"
        }
    }
}
