import TestSupport
import Testing
import Triage

/// What moderators send and what the helplines say, as a child reads it.
struct ModerationWordsTests {
    private static let rules = Result {
        try ModerationRules(files: Project.texts(under: "Moderation", endings: [".yaml"]))
    }

    @Test func `no answer speaks of a code or of taking back, as the page has its own words for both`() throws {
        for reply in try Self.rules.get().replies {
            for word in ["code", "below", "taken back", "tell us” and"] {
                #expect(!reply.words.lowercased().contains(word), "\(reply.key): \(word)")
            }
        }
    }

    @Test func `an answer that asks says where to answer and what to do in danger, and no other speaks of a box`()
        throws
    {
        let replies = try Self.rules.get().replies
        #expect(replies.filter(\.asks).map(\.key) == ["need-to-ask", "where-are-you"])
        for reply in replies {
            let saysHow = reply.words.hasSuffix(
                "To answer, write in the box on this page. If anyone is in danger now, ring 999.")
            #expect(saysHow == reply.asks, "\(reply.key)")
            #expect(reply.words.contains("box") == reply.asks, "\(reply.key)")
        }
    }

    @Test func `a helpline that is shown says in plain words when it answers`() throws {
        for line in try Self.rules.get().helplines where line.confidence == .high || line.checkedOn != nil {
            for doubt in ["office", "confirmed", "check", "older", "about", "weekdays", "known"] {
                #expect(!line.when.contains(doubt), "\(line.name)")
            }
        }
    }
}
