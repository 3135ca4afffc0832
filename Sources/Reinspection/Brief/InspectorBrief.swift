package import Signals

/// The half of a brief that inspectors read: what young people said, and what it adds up to.
package struct InspectorBrief: Sendable {
    package let head: BriefHead
    /// The newest of each area.
    package let signals: [Signal]
    package let concerns: [BriefConcern]
    /// The smallest count shown as a number (T15, note).
    package let floor: Int
}
