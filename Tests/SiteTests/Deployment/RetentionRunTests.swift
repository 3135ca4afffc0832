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

    private let folder: DataFolder
    private let decided: Day

    init() throws {
        let place = FileManager.default.temporaryDirectory.appending(path: "earshot-\(UUID().uuidString)")
        folder = try DataFolder(place.path)
        decided = try Day("2026-11-24")
    }

    /// A run over a database with one concern that was accepted, whose original is kept for a month.
    private func runWithOneAccepted() async throws -> (run: RetentionRun, concern: ConcernID) {
        let keys = try folder.serviceKeys()
        let records = try Records(file: folder.database)
        let log = folder.log(of: records, keys: keys)
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
            backups: BackupFolder(url: folder.url.appending(path: "nowhere"), months: 1),
            heads: LogHeadFile(folder: folder), log: log)
        return (run, id)
    }

    private func isThere(_ concern: ConcernID, for run: RetentionRun) async throws -> Bool {
        try await run.records.desk(log: run.log).concern(concern)?.key != nil
    }

    private static func second(ofNight day: Day) -> Int { day.number * 86_400 + 3 * 3_600 }

    @Test func `a night's run is done once, also where the folder of backups is not there`() async throws {
        let (run, concern) = try await runWithOneAccepted()
        let night = try Day("2026-12-24")
        await #expect(throws: CommandFailure.self) { try await run.runIfDue(atSecond: Self.second(ofNight: night)) }
        #expect(try await !isThere(concern, for: run))
        #expect(try await run.retention.lastRun() == night)
        #expect(try await run.log.lines(about: "1 decided-original").map(\.who) == ["retention"])
        try await run.runIfDue(atSecond: Self.second(ofNight: night) + 600)
        #expect(try await run.log.verify().fault == nil)
    }

    @Test func `a clock that jumped ahead destroys nothing at night though staff sign in, till a person says so`()
        async throws
    {
        let (run, concern) = try await runWithOneAccepted()
        try await run.retention.noteWhole(decided + 2)
        let wrong = decided + 400
        for day in [wrong, wrong + 1, wrong + 2] {
            try await run.log.append(LogLine(day: day, who: "mo", did: "signed in", about: "mo"))
            for later in [0, 600] { try await run.runIfDue(atSecond: Self.second(ofNight: day) + later) }
        }
        #expect(try await isThere(concern, for: run))
        #expect(try await run.retention.lastRun() == decided + 2)
        #expect(try await run.log.lines(about: "the clock may be wrong").count == 3)
        #expect(try await run.doubt(about: wrong)?.contains("clock") == true)
        await #expect(throws: CommandFailure.self) { try await run.run(asOf: wrong, today: wrong) }
        #expect(try await !isThere(concern, for: run))
        #expect(try await run.doubt(about: wrong + 1) == nil)
    }

    @Test func `a service that was still for 45 days makes up for it, and so does one at work whose runs failed`()
        async throws
    {
        let (run, _) = try await runWithOneAccepted()
        try await run.retention.noteWhole(decided)
        #expect(try await run.doubt(about: decided + 45) == nil)
        #expect(try await run.doubt(about: decided + 46) != nil)
        for days in [30, 60, 90] {
            try await run.log.append(LogLine(day: decided + days, who: "mo", did: "signed in", about: "mo"))
        }
        #expect(try await run.doubt(about: decided + 100) == nil)
    }
}
