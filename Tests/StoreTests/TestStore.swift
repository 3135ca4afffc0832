import Concerns
import Foundation
import GRDB
import TestSupport
import Testing

@testable import Store

/// A real database in memory or in a file, with concerns to put in.
struct TestStore {
    let records: Records
    let log: Log
    let desk: Desk
    let threads: Threads
    let sandwell: GSSCode
    let today: Day

    /// - Parameter file: nil for a store in memory.
    init(file: URL? = nil) throws {
        records = try file.map { try Records(file: $0) } ?? Records.inMemory()
        // Any function of both arguments shows whether the chain holds; the real one is the private-key side's.
        log = records.log { former, fields in
            var bytes = [UInt8](former)
            for (place, byte) in fields.joined(separator: "|").utf8.enumerated() {
                bytes[place % 32] = bytes[place % 32] &* 31 &+ byte
            }
            return Data(bytes)
        }
        desk = records.desk(log: log)
        threads = records.threads(log: log)
        sandwell = try GSSCode("E08000028")
        today = try Day("2026-11-24")
    }

    func concern(
        _ seed: UInt64, urgency: Urgency = .concern, sharing: Sharing = .words, arrivedOn: String = "2026-11-20",
        teller: Teller? = .inCare, mark: Data? = nil, sending: Sending? = nil, sketch: Data? = nil, due: NewDue? = nil
    ) throws -> NewConcern {
        NewConcern(
            id: ConcernID(of: seed), authority: sandwell, channel: .web, teller: teller, sharing: sharing,
            arrivedOn: try Day(arrivedOn), urgency: urgency, words: Data([1, 2, 3]), key: Data([4, 5, 6]),
            receipt: NewReceipt(lookup: lookup(seed), cost: "scrypt 1024 8 1", replyKey: Data([7])), importMark: mark,
            sending: sending, sketch: sketch, due: due)
    }

    /// A message that adds to the thread of an earlier one.
    func addition(
        _ seed: UInt64, to thread: UInt64, urgency: Urgency = .concern, arrivedOn: String = "2026-11-22",
        sending: Sending? = nil, sketch: Data? = nil
    ) throws -> NewConcern {
        NewConcern(
            id: ConcernID(of: seed), authority: sandwell, channel: .web, teller: .inCare, sharing: .words,
            arrivedOn: try Day(arrivedOn), urgency: urgency, words: Data([1, 2, 3]), key: Data([4, 5, 6]), receipt: nil,
            thread: ConcernID(of: thread), sending: sending, sketch: sketch)
    }

    /// The thread under the receipt of the concern of this seed.
    func thread(_ seed: UInt64) async throws -> ConcernThread {
        try #require(try await threads.thread(lookup: lookup(seed)))
    }

    func count(_ sql: String) throws -> Int {
        try records.database.read { db in try Int.fetchOne(db, sql: sql) } ?? 0
    }

    static func file() -> URL {
        FileManager.default.temporaryDirectory.appending(path: "earshot-\(UUID().uuidString).sqlite")
    }

    /// Does behind the store's back what no handle offers.
    func force(_ sql: String) throws {
        try records.database.writeWithoutTransaction { db in try db.execute(sql: sql) }
    }

    func pageCount() async throws -> Int {
        try await records.database.read { db in try Int.fetchOne(db, sql: "PRAGMA page_count") } ?? 0
    }

    func lookup(_ seed: UInt64) -> Data { Data(repeating: UInt8(truncatingIfNeeded: seed), count: 32) }

    func decision(
        _ seed: UInt64, _ decision: ModerationDecision = .accept, urgency: Urgency = .concern,
        areas: [JudgementArea] = [.lookedAfter], text: String? = "my social worker never rings back",
        voice: UInt64? = nil, reply: Data? = nil, asks: Bool = false
    ) -> Decision {
        Decision(
            concern: ConcernID(of: seed), decision: decision, urgency: urgency, areas: areas, authority: sandwell,
            text: text.map(ModeratedText.init(asDecided:)), voice: Voice(of: ConcernID(of: voice ?? seed)),
            reply: reply,
            by: "mo", on: today, searchNumber: UInt32(truncatingIfNeeded: seed &* 7_919), asks: asks)
    }
}
