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

    /// Decides about a concern, in December 2026.
    ///
    /// - Parameters:
    ///   - id: the concern; nil for the first in the queue.
    ///   - asks: whether the reply asks the young person something.
    ///   - text: what inspectors may read.
    func decide(
        _ decision: ModerationDecision, about id: ConcernID? = nil, reply: String?, asks: Bool = false,
        text: String? = nil
    ) async throws {
        let first = id == nil ? try await desk.awaitingDecision().first?.id : id
        let chosen = try #require(first)
        let concern = try #require(try await desk.concern(chosen))
        let key = try ReplyKey(rawRepresentation: try #require(concern.replyKey))
        try await desk.decide(
            Decision(
                concern: concern.summary.id, decision: decision, urgency: .concern, areas: [.lookedAfter],
                authority: try GSSCode("E08000025"), text: text.map { ModeratedText(asDecided: $0) },
                voice: Voice(of: concern.summary.id), reply: try reply.map { try key.seal($0, in: concern.threadID) },
                by: "Sam", on: try Day("2026-12-07"), searchNumber: 1, asks: asks),
            after: concern.decisions.count)
    }

    /// All that waits at the desk, as a moderator opens it.
    var kept: [Told] {
        get async throws {
            var kept: [Told] = []
            for waiting in try await desk.awaitingDecision() {
                kept.append(try told(try #require(try await desk.concern(waiting.id))))
            }
            return kept
        }
    }
}
