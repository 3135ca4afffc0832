import Concerns
import Foundation
import Sealing
import Store
import TestSupport
import Testing

@testable import earshot

struct RestoringTests {
    private let folder: DataFolder
    private let today: Day

    init() throws {
        let place = FileManager.default.temporaryDirectory.appending(path: "earshot-\(UUID().uuidString)")
        folder = try DataFolder(place.path)
        _ = try folder.serviceKeys()
        today = try Day("2026-11-24")
    }

    private var backup: URL { folder.url.appending(path: "backup") }

    private func opened() throws -> (records: Records, log: Log) {
        let records = try Records(file: folder.database)
        return (records, folder.log(of: records, keys: try folder.knownServiceKeys()))
    }

    private func add(_ seed: UInt64, to records: Records) async throws {
        _ = try await records.intake.add(concern(seed))
    }

    private func concern(_ seed: UInt64) throws -> NewConcern {
        let lookup = Data(repeating: UInt8(seed), count: 32)
        return NewConcern(
            id: ConcernID(of: seed), authority: try GSSCode("E08000028"), channel: .web, teller: .inCare,
            sharing: .words, arrivedOn: today, urgency: .concern, words: Data([1]), key: Data([2]),
            receipt: NewReceipt(lookup: lookup, cost: "scrypt 1024 8 1", replyKey: Data([7])))
    }

    private func restore(replaces: Bool = true, because reason: String? = nil, on day: Day? = nil) async throws
        -> Restoring.Done
    {
        try await Restoring(folder: folder, backup: backup, replaces: replaces)
            .run(termMonths: 1, because: reason, today: day ?? today)
    }

    /// Two concerns in a backup, of which one is taken back afterwards.
    private func backedUpThenTakenBack() async throws {
        let (records, log) = try opened()
        for seed in UInt64(1)...2 { try await add(seed, to: records) }
        try await log.append(LogLine(day: today, who: "command line", did: "made a backup", about: "the database"))
        try records.backUp(to: backup, on: today)
        try await records.threads(log: log).withdraw(ConcernID(of: 1), on: today)
        try await LogHeadFile(folder: folder).follow(log)
        try records.close()
    }

    @Test func `what was taken back after the backup was made is erased again, and nothing else`() async throws {
        try await backedUpThenTakenBack()
        let done = try await restore()
        #expect(done.madeOn == today)
        #expect(done.erased == [.takenBack: 1, .whole: 1])
        let (records, log) = try opened()
        let desk = records.desk(log: log)
        let taken = try #require(try await desk.concern(ConcernID(of: 1)))
        #expect(taken.key == nil && taken.words.isEmpty && taken.summary.isWithdrawn)
        let other = try #require(try await desk.concern(ConcernID(of: 2)))
        #expect(other.key != nil && !other.summary.isWithdrawn)
        let head = try #require(try LogHeadFile(folder: folder).read())
        #expect(try await log.verify(against: head).fault == nil)
        #expect(try await LogHeadFile(folder: folder).follow(log))
        #expect(try String(contentsOf: folder.erasures, encoding: .isoLatin1).contains("\(ConcernID(of: 1))") == false)
    }

    @Test func `a database that holds something stays where nobody said that it may be replaced`() async throws {
        try await backedUpThenTakenBack()
        let before = try Data(contentsOf: folder.database)
        await #expect(throws: CommandFailure.self) { try await restore(replaces: false) }
        #expect(try Data(contentsOf: folder.database) == before)
        #expect(!FileManager.default.fileExists(atPath: folder.restoring.path))
    }

    @Test func `a backup whose term is over is taken only with a reason, which stands in the log`() async throws {
        try await backedUpThenTakenBack()
        await #expect(throws: CommandFailure.self) { try await restore(on: Day("2026-12-25")) }
        _ = try await restore(on: Day("2026-12-24"))
        _ = try await restore(because: "the disk broke", on: Day("2026-12-25"))
        let (_, log) = try opened()
        #expect(try await log.lines(about: "2 erased again; too old, but: the disk broke").count == 1)
    }

    @Test func `what is no backup, and one whose keys are others, is refused and changes nothing`() async throws {
        try await backedUpThenTakenBack()
        try Data(repeating: 65, count: 4_096).write(to: folder.url.appending(path: "other"))
        for name in ["other", "earshot.sqlite", "nowhere"] {
            await #expect(throws: CommandFailure.self) {
                try await Restoring(folder: folder, backup: folder.url.appending(path: name), replaces: true)
                    .run(termMonths: 1, because: nil, today: today)
            }
        }
        try Data(repeating: 9, count: 32).write(to: folder.url.appending(path: "keys/service.key"))
        await #expect(throws: CommandFailure.self) { try await restore() }
    }

    /// Two accepted concerns in a backup, of which the first's text is changed afterwards.
    private func backedUpThenChanged(on day: Day) async throws {
        let (records, log) = try opened()
        let desk = records.desk(log: log)
        for seed in UInt64(1)...2 {
            try await add(seed, to: records)
            try await desk.decide(
                Decision(
                    concern: ConcernID(of: seed), decision: .accept, urgency: .concern, areas: [.lookedAfter],
                    authority: GSSCode("E08000028"), text: ModeratedText(asDecided: "Quillwort \(seed) shouts"),
                    voice: Voice(of: ConcernID(of: seed)), reply: nil, by: "mo", on: today,
                    searchNumber: UInt32(seed)))
        }
        try records.backUp(to: backup, on: today)
        let concern = try #require(try await desk.concern(ConcernID(of: 1)))
        let note = SealedNote(sealed: Data([1]), key: Data([2]))
        try await desk.change(
            TextChange(
                concern: concern.summary.id, text: ModeratedText(asDecided: "[name] shouts"), urgency: .concern,
                areas: [.lookedAfter], former: note, marks: note, by: "mo", on: day),
            after: concern.changes)
        try await LogHeadFile(folder: folder).follow(log)
        try records.close()
    }

    @Test(arguments: [(0, 1), (1, 1), (-1, 2)])
    func `a text that was changed since is withheld instead of shown as it was, and nothing else`(
        daysLater: Int, found: Int
    ) async throws {
        try await backedUpThenChanged(on: today + daysLater)
        let done = try await restore(on: today + 1)
        #expect(done.erased[.readText] ?? 0 == 2 - found)
        let (records, _) = try opened()
        let reading = records.reading
        #expect(try await reading.count(ConcernQuery(words: "quillwort")) == found)
        #expect(try await reading.voices().map(\.voices) == [2])
    }

    @Test func `a source from which a concern was keyed in that was taken back does not return`() async throws {
        let (records, log) = try opened()
        _ = try await records.intake.add([
            .quarantined(
                NewQuarantined(
                    id: ConcernID(of: 3), arrivedOn: today, channel: .paper, authority: nil, urgency: .concern,
                    reason: "It is a picture.", source: Data([1]), key: Data([2]), mark: Data(count: 32)))
        ])
        try records.backUp(to: backup, on: today)
        let desk = records.desk(log: log)
        try await desk.take(concern(3), by: "mo", on: today)
        try await records.threads(log: log).withdraw(ConcernID(of: 3), on: today)
        try records.close()
        _ = try await restore()
        let (restored, newLog) = try opened()
        let entry = try #require(try await restored.desk(log: newLog).quarantined(ConcernID(of: 3)))
        #expect(entry.key == nil && entry.source.isEmpty && entry.summary.outcome == .taken)
    }

    @Test func `a part of a record that a power cut left is taken off before the next is added`() throws {
        let list = ErasureList(file: folder.erasures, key: Data(repeating: 1, count: 32))
        try list.note([NotedErasure(.whole, of: "a", on: today)])
        try (Data(contentsOf: folder.erasures) + Data([2, 0, 0])).write(to: folder.erasures)
        try list.note([NotedErasure(.original, of: "b", on: today + 1)])
        let found = try list.found()
        #expect(found("a") == [.whole: today])
        #expect(found("b") == [.original: today + 1])
        #expect(found("c").isEmpty)
    }
}

struct BackupFolderTests {
    @Test func `a backup is destroyed when its term is over, and nothing else in its folder ever`() throws {
        let place = FileManager.default.temporaryDirectory.appending(path: "earshot-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        for day in ["2026-10-01", "2026-10-24", "2026-10-25"] {
            try Records.inMemory().backUp(to: place.appending(path: day), on: Day(day))
        }
        // What is no backup of ours: a database in use, another file, a folder.
        try Records(file: place.appending(path: "earshot.sqlite")).close()
        try Data("2026-10-01".utf8).write(to: place.appending(path: "notes"))
        try FileManager.default.createDirectory(
            at: place.appending(path: "folder"), withIntermediateDirectories: false)
        let backups = BackupFolder(url: place, months: 1)
        let today = try Day("2026-11-25")
        #expect(try Set(backups.due(today: today).map(\.lastPathComponent)) == ["2026-10-01", "2026-10-24"])
        #expect(try backups.destroyDue(today: today) == 2)
        #expect(try backups.destroyDue(today: today) == 0)
        let left = try FileManager.default.contentsOfDirectory(atPath: place.path)
        #expect(Set(left).isSuperset(of: ["2026-10-25", "earshot.sqlite", "notes", "folder"]))
        #expect(!left.contains("2026-10-01"))
        #expect(throws: CommandFailure.self) {
            try BackupFolder(url: place.appending(path: "nowhere"), months: 1).due(today: today)
        }
    }
}

struct LogHeadFileTests {
    @Test func `a log that was cut off is never noted over what was known of it`() async throws {
        let place = FileManager.default.temporaryDirectory.appending(path: "earshot-\(UUID().uuidString)")
        let folder = try DataFolder(place.path)
        let heads = LogHeadFile(folder: folder)
        #expect(try heads.read() == nil)
        let day = try Day("2026-11-24")
        let keys = try folder.serviceKeys()
        let full = folder.log(of: try Records.inMemory(), keys: keys)
        for number in 1...3 {
            try await full.append(LogLine(day: day, who: "mo", did: "opened", about: "\(number)"))
        }
        #expect(try await heads.follow(full))
        let short = folder.log(of: try Records.inMemory(), keys: keys)
        try await short.append(LogLine(day: day, who: "mo", did: "opened", about: "1"))
        #expect(try await !heads.follow(short))
        #expect(try heads.read()?.number == 3)
        #expect(try await short.verify(against: heads.read()).fault?.kind == .cutOff(2))
    }
}

struct RetentionRunTests {
    @Test(arguments: [
        ("2026-11-23", 1, false), ("2026-11-23", 2, true), ("2026-11-24", 23, false), ("2026-11-22", 0, true),
        ("2026-11-20", 12, true),
    ])
    func `it runs once a night, and makes up for a night that the server slept through`(
        last: String, hour: Int, isDue: Bool
    ) throws {
        let second = (try Day("2026-11-24").number) * 86_400 + hour * 3_600
        #expect(RetentionRun.isDue(atSecond: second, lastRun: try Day(last)) == isDue)
    }

    @Test func `in summer the night begins by the clock on the wall`() throws {
        let second = (try Day("2026-07-01").number) * 86_400 + 3_600
        #expect(RetentionRun.isDue(atSecond: second, lastRun: nil))
        #expect(!RetentionRun.isDue(atSecond: second - 1, lastRun: nil))
    }
}
