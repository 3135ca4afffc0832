import Concerns
import Foundation
import Store
import Synchronization
import TestSupport
import Testing

@testable import earshot

struct SendingKeyFileTests {
    private let folder: DataFolder
    private let clock = TestEpoch(20_000)

    init() throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "earshot-\(UUID().uuidString)").path
        folder = try DataFolder(path)
    }

    private func file() throws -> SendingKeyFile { try SendingKeyFile(in: folder, epochNow: clock.read) }

    private var lines: [String] {
        String(decoding: FileManager.default.contents(atPath: folder.sendingKeys.path) ?? Data(), as: UTF8.self)
            .split(separator: "\n").map(String.init)
    }

    @Test func `a day has one key, also after a restart`() throws {
        let file = try file()
        let (today, yesterday) = (try #require(file.key(ofEpoch: 20_000)), try #require(file.key(ofEpoch: 19_999)))
        #expect(today != yesterday && today.count == 32)
        #expect(file.key(ofEpoch: 20_000) == today)
        let again = try self.file()
        #expect(again.key(ofEpoch: 20_000) == today && again.key(ofEpoch: 19_999) == yesterday)
    }

    @Test func `a server and an import in one folder have the same keys, whoever asks first`() throws {
        let (server, command) = (try file(), try file())
        let yesterday = try #require(server.key(ofEpoch: 19_999))
        let today = try #require(command.key(ofEpoch: 20_000))
        #expect(command.key(ofEpoch: 19_999) == yesterday && server.key(ofEpoch: 20_000) == today)
        clock.now = 20_001
        try server.forgetPast()
        #expect(lines.map { $0.prefix(6) } == ["20000 "])
    }

    @Test func `two that ask at once get the same key`() async throws {
        let file = try file()
        let keys = await withTaskGroup(of: Data?.self) { group in
            for _ in 0..<16 { group.addTask { file.key(ofEpoch: 20_000) } }
            return await group.reduce(into: Set()) { $0.insert($1) }
        }
        #expect(keys.count == 1 && keys.first??.count == 32)
    }

    @Test(arguments: [19_998, 20_001, 0, -1, Int.max])
    func `no other day than today and yesterday has a key`(epoch: Int) throws {
        #expect(try file().key(ofEpoch: epoch) == nil)
        #expect(lines.isEmpty)
    }

    @Test func `the key of the day before yesterday is gone, from the file too, and does not come back`() throws {
        let file = try file()
        let key = try #require(file.key(ofEpoch: 20_000))
        clock.now = 20_001
        #expect(file.key(ofEpoch: 20_000) == key)
        clock.now = 20_002
        #expect(file.key(ofEpoch: 20_000) == nil)
        _ = file.key(ofEpoch: 20_002)
        #expect(lines.map { $0.prefix(6) } == ["20002 "])
        clock.now = 20_001
        #expect(file.key(ofEpoch: 20_000) != key)
    }

    @Test func `former keys and what the store knew them by are forgotten also when nobody sends`() async throws {
        let file = try file()
        _ = file.key(ofEpoch: 20_000)
        let records = try Records.inMemory()
        let sweep = SendingSweep(keys: file, intake: records.intake, epochNow: clock.read)
        #expect(try await records.intake.add(Self.concern(1)) == .kept)
        clock.now = 20_001
        try await sweep.sweep()
        #expect(lines.count == 1)
        #expect(try await records.intake.add(Self.concern(2)) == .alreadyThere)
        clock.now = 20_002
        try await sweep.sweep()
        #expect(lines.isEmpty)
        #expect(try self.file().key(ofEpoch: 20_000) == nil)
        #expect(try await records.intake.add(Self.concern(3)) == .kept)
    }

    /// A concern that came in a form of day 20,000, always the same one.
    private static func concern(_ seed: UInt64) -> NewConcern {
        let mark = Data(repeating: 1, count: 32)
        return NewConcern(
            id: ConcernID(of: seed), authority: nil, channel: .web, teller: nil, sharing: .counted,
            arrivedOn: Day(number: 20_000), urgency: .concern, words: mark, key: mark, receipt: nil,
            sending: Sending(mark: mark, content: mark, epoch: 20_000))
    }

    @Test func `what the file held before is written over`() throws {
        let file = try file()
        _ = file.key(ofEpoch: 20_000)
        let former = try FileHandle(forReadingFrom: folder.sendingKeys)
        defer { try? former.close() }
        clock.now = 20_002
        _ = file.key(ofEpoch: 20_002)
        let left = try #require(try former.readToEnd())
        #expect(!left.isEmpty && left.allSatisfy { $0 == 0 })
    }

    @Test func `a key that the disk does not take is not given out`() throws {
        let file = try file()
        // A folder stands where the file should go: root too cannot put one in its place.
        try FileManager.default.createDirectory(at: folder.sendingKeys, withIntermediateDirectories: false)
        #expect(file.key(ofEpoch: 20_000) == nil)
        try FileManager.default.removeItem(at: folder.sendingKeys)
        #expect(file.key(ofEpoch: 20_000) != nil)
    }

    @Test(arguments: ["20000", "20000 AAAA", "today AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", "\u{0}\u{0}\u{0}"])
    func `a damaged file stops the service with one line that says what to do`(text: String) throws {
        try Data(text.utf8).write(to: folder.sendingKeys)
        let failure = #expect(throws: CommandFailure.self) { try file() }
        #expect(failure?.description.contains("keys/sending") == true)
        #expect(failure?.description.contains("\n") == false)
    }
}

/// A clock of days that a test sets.
private final class TestEpoch: Sendable {
    private let value: Mutex<Int>

    init(_ now: Int) { value = Mutex(now) }

    var now: Int {
        get { value.withLock { $0 } }
        set { value.withLock { $0 = newValue } }
    }

    var read: @Sendable () -> Int { { self.now } }
}
