import Concerns
import Foundation
import GRDB
import TestSupport
import Testing

@testable import Store

/// Whatever moderators and young people do, in whatever order.
struct DeskPropertyTests {
    /// Three threads of two messages each; what is done to them, in the order of the random numbers.
    private struct Walk {
        let store: TestStore
        var random: Seeded
        var undoable: [Undoable] = []
        var seeds: [UInt64] = [1, 2, 3, 11, 12, 13]
        var next: UInt64 = 100

        init(_ seed: UInt64) async throws {
            store = try TestStore()
            random = Seeded(seed)
            for first in UInt64(1)...3 {
                // Every second walk has what is only counted too, which is in no index.
                let sharing: Sharing = seed % 2 == 0 || Bool.random(using: &random) ? .words : .counted
                _ = try await store.records.intake.add(store.concern(first, sharing: sharing))
                _ = try await store.records.intake.add(store.addition(first + 10, to: first))
            }
        }

        mutating func step() async throws {
            let seed = seeds.randomElement(using: &random) ?? 1
            guard let concern = try await store.desk.concern(ConcernID(of: seed)) else { return }
            do {
                switch Int.random(in: 0..<12, using: &random) {
                case 0..<4: try await decide(seed, concern)
                case 4..<7:
                    guard let last = undoable.popLast() else { return }
                    try await store.desk.undo(last, by: "mo", on: store.today)
                case 7: try await split(concern)
                case 8: try await merge(seed)
                case 9:
                    undoable.append(
                        try await store.desk.takeApart(ConcernID(of: seed), by: "mo", on: store.today))
                case 10:
                    try await store.desk.change(
                        store.change(seed, to: "changed words of \(seed)", areas: [.adoption]), after: concern.changes)
                default:
                    if Int.random(in: 0..<4, using: &random) == 0 {
                        try await store.threads.withdraw(concern.threadID, on: store.today)
                    }
                }
            } catch is DecisionRefused {
            } catch is UndoRefused {
            } catch is MergeRefused {
            } catch is ChangeRefused {}
        }

        private mutating func decide(_ seed: UInt64, _ concern: DeskConcern) async throws {
            let decision = ModerationDecision.allCases.randomElement(using: &random) ?? .hold
            next += 1
            let grounds: DecisionGrounds? =
                switch decision {
                case .accept: nil
                case .hold: try store.held(note: TestStore.note())
                case .escalate: try store.passedOn(next, identity: Bool.random(using: &random))
                case .refuse: .refused(try DeskCode("spam"))
                }
            let voice = Int.random(in: 0..<5, using: &random) == 0 ? seeds.randomElement(using: &random) : nil
            undoable.append(
                try await store.desk.decide(
                    store.decision(
                        seed, decision, text: concern.sharing == .words ? "words of \(seed)" : nil, voice: voice,
                        reply: Bool.random(using: &random) ? Data([9]) : nil, grounds: grounds),
                    after: concern.changes))
        }

        private mutating func split(_ concern: DeskConcern) async throws {
            guard concern.partOf == nil else { return }
            next += 1
            let part = NewConcern(
                id: ConcernID(of: next), authority: store.sandwell, channel: .web, teller: .inCare, sharing: .words,
                arrivedOn: store.today, urgency: .safeguarding, words: Data([1]), key: Data([2]), receipt: nil,
                thread: concern.threadID)
            undoable.append(
                try await store.desk.split(
                    concern.summary.id, into: part, marks: TestStore.note(), by: "mo", on: store.today,
                    after: concern.changes))
            seeds.append(next)
        }

        private mutating func merge(_ seed: UInt64) async throws {
            let other = seeds.randomElement(using: &random) ?? 1
            undoable.append(
                try await store.desk.merge(
                    ConcernID(of: seed), into: ConcernID(of: other), by: "mo", on: store.today))
        }
    }

    @Test func `nothing undecided, undone or refused reaches inspectors, and no thread counts twice`() async throws {
        for seed in UInt64(0)..<40 {
            var walk = try await Walk(seed)
            for _ in 0..<40 { try await walk.step() }
            try expectSound(walk.store, seed)
        }
    }

    /// Each rule as a count of what breaks it.
    private func expectSound(_ store: TestStore, _ seed: UInt64) throws {
        let broken = [
            "read without being accepted": """
            SELECT count(*) FROM moderated JOIN concern ON id = moderated.concern WHERE state <> 'accepted'
            """,
            "accepted without being counted": """
            SELECT count(*) FROM concern LEFT JOIN moderated ON moderated.concern = id
            WHERE state = 'accepted' AND withdrawnOn IS NULL AND searchKey IS NULL
            """,
            "area of what is not accepted": """
            SELECT count(*) FROM moderatedArea WHERE concern NOT IN (SELECT concern FROM moderated)
            """,
            "words of what was only to be counted": """
            SELECT count(*) FROM moderated JOIN concern ON id = moderated.concern
            WHERE sharing = 'counted' AND text IS NOT NULL
            """,
            "found though not read": """
            SELECT count(*) FROM moderatedText WHERE moderatedText MATCH 'words' AND rowid NOT IN
                (SELECT searchKey FROM moderated WHERE text IS NOT NULL)
            """,
            "two voices in a thread": """
            SELECT count(*) FROM (SELECT 1 FROM concern JOIN moderated ON moderated.concern = id
                GROUP BY coalesce(thread, id) HAVING count(DISTINCT voice) > 1)
            """,
            "two voices in what was merged": """
            SELECT count(*) FROM merged
            JOIN concern AS one ON coalesce(one.thread, one.id) = merged.thread
            JOIN concern AS other ON coalesce(other.thread, other.id) = merged.target
            JOIN moderated AS oneHeard ON oneHeard.concern = one.id
            JOIN moderated AS otherHeard ON otherHeard.concern = other.id
            WHERE oneHeard.voice <> otherHeard.voice
            """,
            "state that is not that of the last decision": """
            SELECT count(*) FROM concern WHERE state <> coalesce((
                SELECT CASE decision WHEN 'accept' THEN 'accepted' WHEN 'hold' THEN 'held'
                    WHEN 'escalate' THEN 'escalated' ELSE 'refused' END
                FROM decision WHERE decision.concern = id AND NOT EXISTS (SELECT 1 FROM undone
                    WHERE undone.concern = decision.concern AND undone.number = decision.number)
                ORDER BY number DESC LIMIT 1), 'waiting')
            """,
            "note about erased words":
                "SELECT count(*) FROM deskNote WHERE concern NOT IN (SELECT concern FROM concernKey)",
            "part without its whole": "SELECT count(*) FROM split WHERE concern NOT IN (SELECT id FROM concern)",
        ]
        for (rule, sql) in broken { #expect(try store.count(sql) == 0, "\(rule), seed \(seed)") }
        // Compared with the texts themselves where each has one: SQLite misses those without a text in the index.
        let isEachRead = try store.count("SELECT count(*) FROM moderated WHERE text IS NULL") == 0
        #expect(throws: Never.self, "index, seed \(seed)") {
            try store.force(
                isEachRead
                    ? "INSERT INTO moderatedText (moderatedText, rank) VALUES ('integrity-check', 1)"
                    : "INSERT INTO moderatedText (moderatedText) VALUES ('integrity-check')")
        }
    }
}
