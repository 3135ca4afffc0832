import Concerns
import Foundation
import GRDB
import TestSupport
import Testing

@testable import Store

struct ChangedTextTests {
    private static func accepted(file: URL? = nil, sharing: Sharing = .words) async throws -> TestStore {
        let store = try TestStore(file: file)
        _ = try await store.records.intake.add(store.concern(1, sharing: sharing))
        try await store.desk.decide(store.decision(1, text: sharing == .words ? "quillwort shouts" : nil))
        return store
    }

    @Test func `the new text is found and the old is nowhere but closed`() async throws {
        let file = TestStore.file()
        let store = try await Self.accepted(file: file)
        try await store.desk.change(store.change(1, to: "[name] shouts"), after: 1)
        let reading = store.records.reading
        #expect(try await reading.count(ConcernQuery(words: "quillwort")) == 0)
        #expect(try await reading.concerns(ConcernQuery(words: "shouts")).map(\.text.description) == ["[name] shouts"])
        try store.force("INSERT INTO moderatedText (moderatedText, rank) VALUES ('integrity-check', 1)")
        for ending in ["", "-wal"] {
            #expect(try Data(contentsOf: URL(filePath: file.path + ending)).range(of: Data("quillwort".utf8)) == nil)
        }
        let concern = try #require(try await store.desk.concern(ConcernID(of: 1)))
        #expect(concern.notes.map(\.kind) == [.marks, .text])
        #expect(concern.notes.last?.note == TestStore.note(8) && concern.text?.description == "[name] shouts")
        #expect(try await store.done(to: 1) == ["accept", "changed text"])
    }

    @Test func `areas and urgency change the counts`() async throws {
        let store = try await Self.accepted()
        let version = try await store.records.reading.voicesVersion()
        try await store.desk.change(store.change(1, to: "x", areas: [.adoption, .careLeavers]), after: 1)
        #expect(try await store.records.reading.voicesVersion() != version)
        #expect(Set(try await store.records.reading.voices().map(\.area)) == [.adoption, .careLeavers])
        try await store.desk.change(store.change(1, to: "x", urgency: .praise), after: 2)
        #expect(try await store.records.reading.voices().isEmpty)
    }

    @Test func `the history tells who changed it, and that a restored backup withheld it without anybody`() async throws
    {
        let store = try await Self.accepted()
        try await store.desk.change(store.change(1, to: "[name] shouts", by: "nell"), after: 1)
        let changed = PastTextAct(kind: .changed, by: "nell", on: store.today, decisionsBefore: 1)
        let concern = try #require(try await store.desk.concern(ConcernID(of: 1)))
        #expect(concern.textActs == [changed] && concern.lastChangedBy == "nell")
        try store.force("INSERT INTO withheld (concern, since) VALUES ('\(ConcernID(of: 1))', '\(store.today + 2)')")
        let withheld = PastTextAct(kind: .withheld, by: nil, on: store.today + 2, decisionsBefore: 1)
        #expect(try await store.desk.concern(ConcernID(of: 1))?.textActs == [changed, withheld])
    }

    @Test func `what may only be counted gets no text by a change`() async throws {
        let store = try await Self.accepted(sharing: .counted)
        try await store.desk.change(store.change(1, to: "my words"), after: 1)
        #expect(try await store.desk.concern(ConcernID(of: 1))?.text == nil)
        #expect(try store.count("SELECT count(*) FROM moderated WHERE text IS NOT NULL") == 0)
    }

    @Test func `an older form, spam, no area, and what is not accepted or erased are refused`() async throws {
        let store = try await Self.accepted()
        let desk = store.desk
        await #expect(throws: ChangeRefused.changedMeanwhile) {
            try await desk.change(store.change(1, to: "x"), after: 0)
        }
        await #expect(throws: ChangeRefused.isSpam) {
            try await desk.change(store.change(1, to: "x", urgency: .spam), after: 1)
        }
        await #expect(throws: ChangeRefused.needsArea) {
            try await desk.change(store.change(1, to: "x", areas: []), after: 1)
        }
        await #expect(throws: ChangeRefused.noSuchConcern) {
            try await desk.change(store.change(7, to: "x"), after: 0)
        }
        _ = try await store.records.intake.add(store.concern(2))
        await #expect(throws: ChangeRefused.isNotAccepted) {
            try await desk.change(store.change(2, to: "x"), after: 0)
        }
        try await store.threads.withdraw(ConcernID(of: 1), on: store.today)
        await #expect(throws: ChangeRefused.isErased) {
            try await desk.change(store.change(1, to: "x"), after: 1)
        }
    }
}
