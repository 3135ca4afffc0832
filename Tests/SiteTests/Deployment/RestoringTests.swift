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

    @Test func `nothing is put in place while a command that takes in mail has the database open`() async throws {
        try await backedUpThenTakenBack()
        let before = try Data(contentsOf: folder.database)
        let watching = try folder.use()
        let failure = await #expect(throws: CommandFailure.self) { try await restore() }
        #expect(failure?.description.contains("inbox watch") == true)
        #expect(try Data(contentsOf: folder.database) == before)
        try watching.close()
        let restoring = try folder.useAlone()
        #expect(throws: CommandFailure.self) { try folder.use() }
        try restoring.close()
        _ = try await restore()
    }

    @Test func `the former database keeps its last commits in one file before the backup takes its place`() async throws
    {
        try await backedUpThenTakenBack()
        let (records, _) = try opened()
        try await add(3, to: records)
        // As a service that was killed leaves it: the newest commit stands in the log beside the file.
        let killed = try DataFolder(folder.url.appending(path: "killed").path)
        for ending in ["", "-wal"] {
            try FileManager.default.copyItem(
                atPath: folder.database.path + ending, toPath: killed.database.path + ending)
        }
        try records.close()
        try Restoring(folder: killed, backup: backup, replaces: true).makeFormerOneFile()
        #expect(!FileManager.default.fileExists(atPath: killed.database.path + "-wal"))
        let former = try Records(file: killed.database)
        let log = killed.log(of: former, keys: try folder.knownServiceKeys())
        #expect(try await former.desk(log: log).concern(ConcernID(of: 3)) != nil)
    }

    @Test func `what a restoring that was killed has left is removed by the next`() async throws {
        try await backedUpThenTakenBack()
        for ending in ["", "-wal", "-journal"] {
            try Data("left".utf8).write(to: URL(filePath: folder.restoring.path + ending))
        }
        _ = try await restore()
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
        #expect(!names.contains { $0.contains("restoring") })
    }

    @Test func `a backup whose term is over is taken only with a reason, which stands in the log`() async throws {
        try await backedUpThenTakenBack()
        await #expect(throws: CommandFailure.self) { try await restore(on: Day("2026-12-25")) }
        _ = try await restore(on: Day("2026-12-24"))
        _ = try await restore(because: "the disk broke", on: Day("2026-12-25"))
        let (_, log) = try opened()
        #expect(try await log.lines(about: "2 erased again; forced: the disk broke").count == 1)
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

    @Test func `without the list of erasures nothing is restored, unless someone says why`() async throws {
        try await backedUpThenTakenBack()
        try FileManager.default.removeItem(at: folder.erasures)
        await #expect(throws: CommandFailure.self) { try await restore() }
        #expect(try await restore(because: "the list was lost").erased.isEmpty)
        try ErasureList(file: folder.erasures, key: Data()).note([])
        _ = try await restore()
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

    @Test func `a source that was set aside since the backup does not return with its words`() async throws {
        let (records, log) = try opened()
        for seed in UInt64(4)...5 {
            _ = try await records.intake.add([
                .quarantined(
                    NewQuarantined(
                        id: ConcernID(of: seed), arrivedOn: today, channel: .paper, authority: nil, urgency: nil,
                        reason: "It is a picture.", source: Data([1]), key: Data([2]),
                        mark: Data(repeating: UInt8(seed), count: 32)))
            ])
        }
        try records.backUp(to: backup, on: today)
        try await records.desk(log: log).setAside(ConcernID(of: 4), as: .noMessage, by: "mo", on: today)
        try records.close()
        #expect(try await restore().erased == [.setAside: 1])
        let (restored, newLog) = try opened()
        let desk = restored.desk(log: newLog)
        let entry = try #require(try await desk.quarantined(ConcernID(of: 4)))
        #expect(entry.key == nil && entry.source.isEmpty && entry.summary.outcome == .setAside(.noMessage))
        #expect(try await desk.quarantined(ConcernID(of: 5))?.key != nil)
    }

    @Test(arguments: [(0, true), (3, true), (-3, false)])
    func `an account disabled since the backup stays disabled and without the moderators' key, and no other`(
        daysLater: Int, isDisabled: Bool
    ) async throws {
        let (records, log) = try opened()
        for name in ["mo", "nell"] {
            try await records.accounts.add(
                Account(name: name, role: .moderator, password: "p", secondFactor: Data([1]), teamKey: Data([2])))
        }
        try records.backUp(to: backup, on: today)
        #expect(try await records.accounts.disable("mo", by: "command line", on: today + daysLater, log: log))
        try records.close()
        #expect(try await restore(on: today + 3).erased == (isDisabled ? [.account: 1] : [:]))
        let accounts = try opened().records.accounts
        let account = try #require(try await accounts.account(named: "mo"))
        #expect(account.isDisabled == isDisabled && (account.teamKey == nil) == isDisabled)
        #expect(try await accounts.account(named: "nell")?.teamKey != nil)
        #expect(try String(contentsOf: folder.erasures, encoding: .isoLatin1).contains("mo") == false)
    }

    @Test func `the time of no file that follows what a young person does tells more than a day`() async throws {
        try await backedUpThenTakenBack()
        func changed(_ file: URL) throws -> Double {
            let date = try FileManager.default.attributesOfItem(atPath: file.path)[.modificationDate] as? Date
            return try #require(date).timeIntervalSince1970
        }
        for file in [folder.erasures, folder.logHead, folder.url.appending(path: "keys")] {
            let second = try changed(file)
            #expect(second.truncatingRemainder(dividingBy: 86_400) == 0, "\(file.lastPathComponent)")
        }
        let list = ErasureList(file: folder.erasures, key: Data(repeating: 1, count: 32))
        #expect(try changed(folder.erasures) == Double(today.number * 86_400))
        try list.note([NotedErasure(.whole, of: "a", on: today + 3)])
        #expect(try changed(folder.erasures) == Double((today + 3).number * 86_400))
        try list.note([NotedErasure(.whole, of: "b", on: today)])
        try list.takeBack([NotedErasure(.whole, of: "b", on: today)])
        #expect(try changed(folder.erasures) == Double((today + 3).number * 86_400))
    }
}
