import FactFiles

/// What stays as in a full inspection, however small the scope (P40).
package enum PlanInvariant: String, CaseIterable, Codable, Hashable, Sendable {
    /// There is activity in each of the weeks that the minimum has.
    case noFewerWeeks = "P40a"
    case sameNotice = "P40b"
    /// Nobody is on site in the weeks that a full inspection leaves free.
    case sameWeeksOffSite = "P40c"
    case someCasesAudited = "P40d"
    case sameAnnexDeadline = "P40e"

    /// Whether a plan of this shape keeps it.
    package func holds(
        weeks: Int, offSiteWeeks: [Int], auditedCases: Int, noticeWorkingDays: Int, annexDeadlineWorkingDays: Int,
        under framework: Framework
    ) -> Bool {
        let full = framework.full
        return switch self {
        case .noFewerWeeks: weeks >= framework.minimum.weeks.value
        case .sameNotice: noticeWorkingDays == full.noticeWorkingDays.value
        case .sameWeeksOffSite: Set(full.offSiteWeeks.value).isSubset(of: offSiteWeeks)
        case .someCasesAudited: auditedCases >= 1
        case .sameAnnexDeadline: annexDeadlineWorkingDays == full.annexDeadlineWorkingDays.value
        }
    }
}

/// Why a plan cannot be approved yet.
package enum PlanObjection: Hashable, Sendable, CustomStringConvertible {
    case breaks(PlanInvariant)
    /// Nobody knows how many children a full inspection met; it must be filled in first (T28).
    case engagementUnknown
    /// Fewer children would be met than in a full inspection (T24).
    case fewerChildren(target: Int, full: Int)

    package var description: String {
        switch self {
        case .breaks(let invariant):
            "The plan departs from a full inspection where it must not (\(invariant.rawValue)). Change its shape."
        case .engagementUnknown:
            "How many children a full inspection met here is unknown (T28). Record it, or set a share of the children "
                + "in care and care leavers, before approving the plan."
        case .fewerChildren(let target, let full):
            "\(target) children would be met, but \(full) in a full inspection (T24). Plan for \(full) or more."
        }
    }
}
