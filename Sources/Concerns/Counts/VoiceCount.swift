/// How many independent voices spoke of one area of one authority in one week.
///
/// A voice is a thread, a relay or a cluster of near-duplicates; ten messages of one sender are one voice, so that
/// signals cannot be talked up by repetition.
package struct VoiceCount: Hashable, Sendable {
    package let authority: GSSCode
    package let area: JudgementArea
    package let week: Week
    package let voices: Int

    package init(authority: GSSCode, area: JudgementArea, week: Week, voices: Int) {
        self.authority = authority
        self.area = area
        self.week = week
        self.voices = voices
    }
}
