import Concerns
import Foundation
import TestSupport
import Testing

@testable import Store

struct DraftsTests {
    private func draft(_ seed: UInt64, _ author: String = "mo", _ sealed: String = "one") -> SealedDraft {
        SealedDraft(concern: ConcernID(of: seed), author: author, sealed: Data(sealed.utf8))
    }

    @Test func `one draft a concern and author is kept, the newest`() async throws {
        let store = try TestStore()
        _ = try await store.records.intake.add(store.concern(1))
        for (author, sealed) in [("mo", "one"), ("al", "two"), ("mo", "three")] {
            #expect(try await store.desk.keep(draft(1, author, sealed)))
        }
        #expect(
            try await store.desk.drafts(about: ConcernID(of: 1)) == [draft(1, "al", "two"), draft(1, "mo", "three")])
        #expect(try await store.desk.keep(draft(2)) == false)
    }

    @Test(arguments: [ModerationDecision.accept, .refuse])
    func `the decision erases the drafts with it, and from the file`(decision: ModerationDecision) async throws {
        let file = TestStore.file()
        defer { try? FileManager.default.removeItem(at: file) }
        let store = try TestStore(file: file)
        _ = try await store.records.intake.add(store.concern(1))
        let sealed = String(repeating: "sealed draft ", count: 200)
        for author in ["mo", "al"] { #expect(try await store.desk.keep(draft(1, author, sealed))) }
        try await store.desk.decide(store.decision(1, decision))
        #expect(try await store.desk.drafts(about: ConcernID(of: 1)).isEmpty)
        #expect(try await store.desk.keep(draft(1)) == false)
        for path in [file.path, file.path + "-wal"] {
            let bytes = FileManager.default.contents(atPath: path) ?? Data()
            #expect(bytes.range(of: Data("sealed draft sealed draft".utf8)) == nil, "\(path)")
        }
    }

    @Test func `where a decision is refused every draft stays`() async throws {
        let store = try TestStore()
        _ = try await store.records.intake.add(store.concern(1))
        #expect(try await store.desk.keep(draft(1)))
        await #expect(throws: DecisionRefused.changedMeanwhile) {
            try await store.desk.decide(store.decision(1), after: 3)
        }
        #expect(try await store.desk.drafts(about: ConcernID(of: 1)).count == 1)
    }
}
