import Concerns
import Foundation
import HTTPTypes
import Store
import Testing

/// An impatient thumb, a lost connection and an old page each end with one concern and one receipt.
struct SendingTwiceTests {
    private static let fields = [
        ("message", "Nobody listens"), ("council", "Leeds"), ("area", "listened-to"), ("share", "words"),
    ]

    @Test func `the same form sent twice is one concern, with the same answer to the byte`() async throws {
        let site = try TestPublicSite()
        let form = Self.fields + [("token", site.token())]
        let first = try await site.post("/tell", form)
        let second = try await site.post("/tell", form)
        #expect(first.receipt != nil)
        #expect(first.bytes == second.bytes && first.headers == second.headers && second.status == .ok)
        #expect(try await site.kept.count == 1)
    }

    @Test func `so it is when they arrive at once`() async throws {
        let site = try TestPublicSite()
        let form = Self.fields + [("token", site.token())]
        let answers = try await withThrowingTaskGroup(of: PublicAnswer.self) { group in
            for _ in 0..<8 { group.addTask { try await site.post("/tell", form) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(Set(answers.map(\.status)) == [.ok])
        #expect(Set(answers.map(\.bytes)).count == 1)
        #expect(try await site.kept.count == 1)
    }

    @Test(arguments: [
        ("message", "Nobody ever listens"), ("council", "Hull"), ("area", "adoption"), ("share", "counted"),
        ("who", "in-care"), ("age_band", "16-17"), ("language", "pl"), ("authority", "E08000025"),
    ])
    func `the same form with another answer is asked about, with its words kept and a fresh token`(
        field: String, value: String
    ) async throws {
        let site = try TestPublicSite()
        let token = site.token()
        _ = try await site.post("/tell", Self.fields + [("token", token)])
        let changed = Self.fields.filter { $0.0 != field } + [(field, value)]
        let again = try await site.post("/tell", changed + [("token", token)])
        #expect(again.status == .unprocessableContent)
        #expect(again.receipt == nil && again.words == changed.first { $0.0 == "message" }?.1)
        #expect(again.main.contains("You already sent this form with other words."))
        #expect(try await site.kept.map(\.original.words) == ["Nobody listens"])
        let fresh = try #require(again.token)
        #expect(fresh != token)
        // What comes back is a form of its own, with all other answers still in it.
        for (name, kept) in changed where name != "message" {
            #expect(again.hidden.contains { $0 == (name, kept) }, "\(name)")
        }
    }

    @Test func `a form that comes back with a fresh token is kept when it is sent once more`() async throws {
        let first = try TestPublicSite()
        let token = first.token()
        _ = try await first.post("/tell", Self.fields + [("token", token)])
        let again = try await first.post("/tell", [("message", "Something else"), ("token", token)])
        let later = try TestPublicSite(after: first, second: TestPublicSite.second + 10)
        let sent = try await later.post("/tell", again.hidden + [("message", again.words ?? "")])
        #expect(sent.receipt != nil)
        #expect(try await later.desk.awaitingDecision().count == 2)
    }

    @Test func `after the store failed the form has the same token, and sent again it is one concern`() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "earshot-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "test.sqlite")
        let site = try TestPublicSite(file: file)
        // It may be on disk all the same when the answer is lost: sending again must be harmless.
        let form = Self.fields + [("token", site.token())]
        let kept = try await site.post("/tell", form)
        try site.records.close()
        let failed = try await site.post("/tell", form)
        #expect(failed.status == .serviceUnavailable && failed.main.contains("NOT kept"))
        #expect(failed.token == form.last?.1 && failed.words == "Nobody listens")
        let mended = try TestPublicSite(file: file)
        let sent = try await mended.post("/tell", failed.hidden + [("message", failed.words ?? "")])
        #expect(sent.receipt != nil && sent.receipt == kept.receipt)
        #expect(try await mended.desk.awaitingDecision().count == 1)
        try mended.records.close()
    }

    @Test func `where no key can be kept, nothing is kept, and the page says so`() async throws {
        let site = try TestPublicSite(sendingKey: { _ in nil })
        let form = Self.fields + [("token", site.token())]
        let answer = try await site.post("/tell", form)
        #expect(answer.status.code == 507)
        #expect(answer.main.contains("NOT kept") && answer.receipt == nil)
        #expect(answer.words == "Nobody listens" && answer.token == form.last?.1)
        #expect(try await site.desk.awaitingDecision().isEmpty)
    }

    @Test func `a form of yesterday's evening still works after midnight, and sent before and after it is one`()
        async throws
    {
        let midnight = TestPublicSite.second / 86_400 * 86_400
        let before = try TestPublicSite(second: midnight - 60)
        let form = Self.fields + [("token", before.token(age: 3 * 60 * 60))]
        let after = try TestPublicSite(after: before, second: midnight + 60)
        let first = try await before.post("/tell", form)
        let second = try await after.post("/tell", form)
        #expect(first.receipt != nil && first.receipt == second.receipt)
        #expect(try await after.desk.awaitingDecision().count == 1)
        let other = Self.fields + [("token", before.token(age: 60))]
        #expect(try await after.post("/tell", other).receipt != nil)
    }

    @Test func `a stale form comes back whole, and pressing Send once more keeps it once`() async throws {
        let site = try TestPublicSite()
        let stale = try await site.post("/tell", Self.fields + [("token", site.token(age: 13 * 60 * 60))])
        #expect(stale.status == .unprocessableContent && stale.words == "Nobody listens")
        let later = try TestPublicSite(after: site, second: TestPublicSite.second + 10)
        let form = stale.hidden + [("message", stale.words ?? "")]
        let sent = try await later.post("/tell", form)
        #expect(sent.receipt != nil)
        #expect(try await later.post("/tell", form).receipt == sent.receipt)
        #expect(try await later.kept.map(\.councilTyped) == ["Leeds"])
    }
}
