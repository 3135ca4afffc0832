import TestSupport
import Testing
import Triage

/// What moderators send and what the helplines say, as a child reads it.
struct ModerationWordsTests {
    private static let rules = Result {
        try ModerationRules(files: Project.texts(under: "Moderation", endings: [".yaml"]))
    }

    @Test func `no answer speaks of a box or a code, as there is none to write in`() throws {
        for reply in try Self.rules.get().replies {
            for word in ["box", "code", "below", "taken back"] {
                #expect(!reply.words.lowercased().contains(word), "\(reply.key): \(word)")
            }
        }
    }

    @Test(arguments: ["need-to-ask", "where-are-you"])
    func `an answer that asks says how to answer, and what to do in danger`(key: String) throws {
        let reply = try #require(try Self.rules.get().replies.first { $0.key == key })
        #expect(
            reply.words.hasSuffix(
                "To answer, press “Tell us” and write again. If anyone is in danger now, ring 999."))
    }

    @Test func `a helpline that is shown says in plain words when it answers`() throws {
        for line in try Self.rules.get().helplines where line.confidence == .high || line.checkedOn != nil {
            for doubt in ["office", "confirmed", "check", "older", "about", "weekdays", "known"] {
                #expect(!line.when.contains(doubt), "\(line.name)")
            }
        }
    }
}
