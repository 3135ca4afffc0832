import Concerns
import Store
import Triage

/// One concern with its original open on the desk, and what the rules suggest about it.
struct OpenedConcern: Sendable {
    let concern: DeskConcern
    let told: Told
    let suggestion: Suggestion
    let likelyVoices: [LikelyVoice]
}

/// A concern accepted before that says nearly the same.
struct LikelyVoice: Sendable {
    let voice: Voice
    let text: ModeratedText
    /// How alike the two are, 0 to 100.
    let percent: Int
}
