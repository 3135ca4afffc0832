import Concerns
import Foundation
import TestSupport
import Testing

@testable import Store

/// What was made of an original goes with it; what was done for someone's safety has a term of its own.
struct WhatGoesAlongTests {
    private static let terms = RetentionTerms(original: 12, spam: 1, receipt: 12, safeguarding: 420, log: 1_200)

    private static func run(_ store: TestStore, asOf day: String) async throws -> Destroyed {
        try await store.records.retention(log: store.log).run(terms, asOf: Day(day), today: Day(day))
    }

    private let folder = FileManager.default.temporaryDirectory.appending(path: "earshot-\(UUID().uuidString)")
    private let store: TestStore

    init() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        store = try TestStore(file: folder.appending(path: "earshot.sqlite"))
    }

    private func isAnywhere(_ bytes: Data) throws -> Bool {
        try FileManager.default.subpathsOfDirectory(atPath: folder.path).contains { path in
            try Data(contentsOf: folder.appending(path: path)).range(of: bytes) != nil
        }
    }

    private func mark(_ seed: UInt64) -> Data { Data(store.mark(seed)) }

    /// Bytes by which each part of a concern that was told, drafted, held, changed and answered is known.
    private func told(_ seed: UInt64, urgency: Urgency = .concern) async throws -> [String: Data] {
        let names = ["words", "key", "sketch", "due", "draft", "hold", "former", "marks", "reply"]
        let marks = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, mark(seed * 100 + UInt64($0))) })
        func bytes(_ name: String) -> Data { marks[name] ?? Data() }
        let padding = Data(repeating: 7, count: Int(seed) * 9)
        let due = NewDue(
            keyID: Data(repeating: 1, count: 16), sealedKey: Data([1]), sealed: bytes("due") + Data([1, 2, 3, 4]))
        let plain = try store.concern(
            seed, urgency: urgency, sketch: bytes("sketch") + Data(repeating: 1, count: 32), due: due)
        _ = try await store.records.intake.add(
            NewConcern(
                id: plain.id, authority: plain.authority, channel: plain.channel, teller: plain.teller,
                sharing: plain.sharing, arrivedOn: plain.arrivedOn, urgency: urgency, words: padding + bytes("words"),
                key: bytes("key"), receipt: plain.receipt, sketch: plain.sketch, due: due))
        #expect(try isAnywhere(bytes("due")))
        try await store.desk.decide(
            store.decision(
                seed, .hold, urgency: urgency, reply: bytes("reply"),
                grounds: store.held(note: SealedNote(sealed: bytes("hold"), key: Data([1])))))
        _ = try await store.desk.keep(
            SealedDraft(concern: ConcernID(of: seed), author: "nell", sealed: bytes("draft")))
        return marks
    }

    /// Accepts it and changes its text once.
    private func accept(_ seed: UInt64, _ marks: [String: Data]) async throws {
        try await store.desk.decide(store.decision(seed), after: store.changes(seed))
        try await store.desk.change(
            TextChange(
                concern: ConcernID(of: seed), text: ModeratedText(asDecided: "nobody rings back"), urgency: .concern,
                areas: [.lookedAfter], former: SealedNote(sealed: marks["former"] ?? Data(), key: Data([1])),
                marks: SealedNote(sealed: marks["marks"] ?? Data(), key: Data([1])), by: "mo", on: store.today),
            after: store.changes(seed))
    }

    @Test func `when a term is over, nothing that was kept about the original is in any file`() async throws {
        var secrets: [Data] = []
        for seed in UInt64(1)...40 {
            let marks = try await told(seed)
            for (name, bytes) in marks where !["due", "former", "marks"].contains(name) {
                #expect(try isAnywhere(bytes), "\(name) of \(seed)")
            }
            try await accept(seed, marks)
            secrets += marks.values
        }
        let done = try await Self.run(store, asOf: "2027-11-24")
        #expect(done.counts[.original] == 40 && done.counts[.receipt] == 40)
        try await store.records.rewrite()
        for secret in secrets { #expect(try !isAnywhere(secret)) }
        for table in ["concernKey", "sketch", "due", "draft", "deskNote", "reply", "receipt"] {
            #expect(try store.count("SELECT count(*) FROM \(table)") == 0, "\(table)")
        }
        #expect(try await store.records.reading.count(ConcernQuery(words: "rings")) == 40)
    }

    @Test func `what is taken back is destroyed at once, undecided or accepted, and stays so`() async throws {
        var secrets: [Data] = []
        for seed in UInt64(1)...40 {
            let marks = try await told(seed)
            if seed.isMultiple(of: 2) { try await accept(seed, marks) }
            secrets += marks.values
        }
        // As in the service, where the queue's page follows what changes.
        let edition = try await store.desk.queueNews(after: nil).edition
        for seed in UInt64(1)...40 { try await store.threads.withdraw(ConcernID(of: seed), on: store.today) }
        for table in [
            "concernKey", "sketch", "due", "draft", "deskNote", "reply", "moderated", "moderatedText_docsize",
        ] {
            #expect(try store.count("SELECT count(*) FROM \(table)") == 0, "\(table)")
        }
        #expect(try store.count("SELECT count(*) FROM concern WHERE length(words) > 0") == 0)
        try await store.records.rewrite()
        guard case .all(let waiting) = try await store.desk.queueNews(after: nil).news else { return }
        #expect(waiting.isEmpty)
        _ = try await store.desk.queueNews(after: edition)
        for secret in secrets + [Data("rings".utf8), Data("worker".utf8)] { #expect(try !isAnywhere(secret)) }
        #expect(try await Self.run(store, asOf: "2027-11-24").counts[.original] == 0)
    }

    @Test func `a safeguarding record outlives the original, and is unreadable when its own term is over`() async throws
    {
        let (record, opinion) = (mark(901), mark(902))
        _ = try await store.records.intake.add(store.concern(1, urgency: .dangerNow))
        let passedOn = NewSafeguardingRecord(
            id: ConcernID(of: 50), route: try DeskCode("police-999"),
            note: SealedNote(sealed: record, key: mark(903)), passesIdentity: true)
        try await store.desk.decide(store.decision(1, .escalate, urgency: .dangerNow, grounds: .passedOn(passedOn)))
        try await store.desk.giveOpinion(
            on: ConcernID(of: 50), agrees: true, note: SealedNote(sealed: opinion, key: mark(904)), by: "nell",
            on: store.today)
        try await store.desk.decide(store.decision(1), after: store.changes(1))
        let year = try await Self.run(store, asOf: "2027-11-24")
        #expect(year.counts[.original] == 1 && year.counts[.safeguarding] == 0)
        let kept = try #require(try await store.desk.safeguardingRecords(of: ConcernID(of: 1)).first)
        #expect(kept.note?.sealed == record && kept.opinion?.note?.sealed == opinion)
        #expect(try await Self.run(store, asOf: "2061-11-23").counts[.safeguarding] == 0)
        #expect(try await Self.run(store, asOf: "2061-11-24").counts[.safeguarding] == 1)
        try await store.records.rewrite()
        for number in UInt64(901)...904 { #expect(try !isAnywhere(mark(number))) }
        let left = try #require(try await store.desk.safeguardingRecords(of: ConcernID(of: 1)).first)
        #expect(left.note == nil && left.opinion?.note == nil && left.route.description == "police-999")
        #expect(left.opinion?.agrees == true)
        #expect(try store.count("SELECT count FROM destroyed WHERE kind = 'safeguarding-record'") == 1)
        #expect(try await Self.run(store, asOf: "2061-11-25").counts[.safeguarding] == 0)
    }
}
