package import Concerns

/// Counts of voices of the whole nation, and how many children each authority looks after.
///
/// Make it once and ask it often: the rows are added up here, so that a signal costs no pass over them.
package struct VoiceHistory: Sendable {
    /// In no promised order; a week without a row had no voices, and two rows of one week add up.
    package let counts: [VoiceCount]
    package let childrenInCare: [GSSCode: Int]
    /// The first week from which counts were kept; rows before it are not looked at.
    package let from: Week

    let tally: VoiceTally

    package init(counts: [VoiceCount], childrenInCare: [GSSCode: Int], from: Week) {
        self.counts = counts
        self.childrenInCare = childrenInCare
        self.from = from
        tally = VoiceTally(counts: counts, childrenInCare: childrenInCare, from: from)
    }
}
