import Concerns
import Sealing
import Store
import Testing
import Unsealing

extension TestPublicSite {
    /// What was told, as a moderator opens it.
    func told(_ concern: DeskConcern) throws -> Told {
        try opener.open(
            SealedOriginal(words: concern.words, key: try #require(concern.key)), of: concern.summary.id)
    }

    /// Decides about the first concern in the queue, in December 2026.
    func decide(_ decision: ModerationDecision, reply: String?) async throws {
        let waiting = try #require(try await desk.awaitingDecision().first)
        let concern = try #require(try await desk.concern(waiting.id))
        let key = try ReplyKey(rawRepresentation: try #require(concern.replyKey))
        try await desk.decide(
            Decision(
                concern: waiting.id, decision: decision, urgency: .concern, areas: [.lookedAfter],
                authority: try GSSCode("E08000025"), text: nil, voice: Voice(of: waiting.id),
                reply: try reply.map { try key.seal($0, in: waiting.id) }, by: "Sam", on: try Day("2026-12-07"),
                searchNumber: 1))
    }
}
