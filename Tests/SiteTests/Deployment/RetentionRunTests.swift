import Concerns
import Foundation
import Store
import TestSupport
import Testing

@testable import earshot

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

    @Test func `a night's run is done once, also where the folder of backups is not there`() async throws {
        let place = FileManager.default.temporaryDirectory.appending(path: "earshot-\(UUID().uuidString)")
        let folder = try DataFolder(place.path)
        let keys = try folder.serviceKeys()
        let records = try Records(file: folder.database)
        let log = folder.log(of: records, keys: keys)
        let decided = try Day("2026-11-24")
        let id = ConcernID(of: 1)
        _ = try await records.intake.add(
            NewConcern(
                id: id, authority: GSSCode("E08000028"), channel: .web, teller: .inCare, sharing: .counted,
                arrivedOn: decided, urgency: .concern, words: Data([1]), key: Data([2]), receipt: nil))
        try await records.desk(log: log).decide(
            Decision(
                concern: id, decision: .accept, urgency: .concern, areas: [.lookedAfter],
                authority: GSSCode("E08000028"), text: nil, voice: Voice(of: id), reply: nil, by: "mo", on: decided,
                searchNumber: 1))
        let run = RetentionRun(
            records: records, retention: records.retention(log: log),
            terms: RetentionTerms(original: 1, spam: 1, receipt: 1, safeguarding: 1, log: 84),
            backups: BackupFolder(url: place.appending(path: "nowhere"), months: 1),
            heads: LogHeadFile(folder: folder), log: log)
        let night = try Day("2026-12-24")
        let second = night.number * 86_400 + 3 * 3_600
        await #expect(throws: CommandFailure.self) { try await run.runIfDue(atSecond: second) }
        #expect(try await records.desk(log: log).concern(id)?.key == nil)
        #expect(try await run.retention.lastRun() == night)
        #expect(try await log.lines(about: "1 decided-original").map(\.who) == ["retention"])
        try await run.runIfDue(atSecond: second + 600)
        #expect(try await log.verify().fault == nil)
    }
}
