import Concerns
import Foundation
import GRDB
import Testing

@testable import Store

struct LogVerifyingTests {
    /// A log of eight entries whose triggers someone has taken away, and its head as it is kept outside.
    private static func log() async throws -> (store: TestStore, head: LogHead) {
        let store = try TestStore()
        for number in 1...8 {
            try await store.log.append(LogLine(day: store.today, who: "mo", did: "opened", about: "concern \(number)"))
        }
        try store.force("DROP TRIGGER logLine_no_UPDATE; DROP TRIGGER logLine_no_DELETE")
        return (store, try await store.log.head())
    }

    private static func fault(after change: String) async throws -> LogFault? {
        let (store, head) = try await log()
        try store.force(change)
        return try await store.log.verify(against: head).fault
    }

    private static let tampering: [(change: String, number: Int, kind: LogFault.Kind)] = [
        ("UPDATE logLine SET about = 'nobody' WHERE number = 4", 4, .changed),
        ("UPDATE logLine SET day = '2020-01-01' WHERE number = 1", 1, .changed),
        ("UPDATE logLine SET hash = zeroblob(32) WHERE number = 8", 8, .changed),
        ("DELETE FROM logLine WHERE number = 4", 5, .missingBefore(1)),
        ("DELETE FROM logLine WHERE number IN (1, 2, 3)", 4, .missingBefore(3)),
        ("DELETE FROM logLine WHERE number = 4; UPDATE logLine SET number = number - 1 WHERE number > 4", 4, .changed),
        ("DELETE FROM logLine WHERE number > 5", 6, .cutOff(3)),
        ("DELETE FROM logLine", 1, .cutOff(8)),
        (
            """
            UPDATE logLine SET number = 99 WHERE number = 4;
            UPDATE logLine SET number = 4 WHERE number = 5;
            UPDATE logLine SET number = 5 WHERE number = 99
            """, 4, .outOfOrder
        ),
        (
            """
            UPDATE logLine SET number = -number - 1 WHERE number >= 4;
            UPDATE logLine SET number = -number WHERE number < 0;
            INSERT INTO logLine VALUES (4, '2026-11-24', 'mo', 'opened', 'x', zeroblob(32))
            """, 4, .putIn
        ),
        ("INSERT INTO logLine VALUES (9, '2026-11-24', 'mo', 'opened', 'x', zeroblob(32))", 9, .putIn),
    ]

    @Test(arguments: tampering)
    func `the first bad entry is named, and what is wrong with it`(
        change: String, number: Int, kind: LogFault.Kind
    ) async throws {
        let fault = try #require(try await Self.fault(after: change))
        #expect(fault.number == number)
        #expect(fault.kind == kind)
        #expect(fault.description.hasPrefix("Entry \(number)"))
    }

    @Test func `entries cut off and others written in their place are told by the head kept outside`() async throws {
        let (store, head) = try await Self.log()
        try store.force("DELETE FROM logLine WHERE number > 6")
        for number in 1...4 {
            try await store.log.append(LogLine(day: store.today, who: "mo", did: "opened", about: "another \(number)"))
        }
        #expect(try await store.log.verify().fault == nil)
        let fault = try #require(try await store.log.verify(against: head).fault)
        #expect(fault.number == 8 && fault.kind == .replaced)
        #expect(try await !store.log.goesOn(from: head))
    }

    @Test(arguments: ["", "INSERT INTO logLine VALUES (12, '2026-11-24', 'mo', 'opened', 'x', zeroblob(32))"])
    func `a forged beginning does not hide that the end was cut off, nor lines written behind the gap`(
        more: String
    ) async throws {
        let (store, head) = try await Self.log()
        try store.force("DELETE FROM logLine WHERE number > 5; \(more)")
        try store.force("INSERT INTO logBeginning VALUES (1, 1000000, zeroblob(32), zeroblob(32))")
        #expect(try await !store.log.goesOn(from: head))
    }

    @Test func `a genuine beginning does not make up for a newest line that is older than the noted one`() async throws
    {
        let store = try TestStore()
        for number in 1...8 {
            try await store.log.append(LogLine(day: store.today, who: "mo", did: "opened", about: "concern \(number)"))
        }
        let head = try await store.log.head()
        let terms = RetentionTerms(original: 12, spam: 1, receipt: 12, safeguarding: 420, log: 1)
        let later = store.today + 400
        try await store.log.append(LogLine(day: later, who: "mo", did: "opened", about: "concern 9"))
        _ = try await store.records.retention(log: store.log).run(terms, asOf: later, today: later)
        #expect(try await store.log.goesOn(from: head))
        try store.force("DROP TRIGGER logLine_no_DELETE; DELETE FROM logLine")
        #expect(try await !store.log.goesOn(from: head))
    }

    @Test func `a log that only grew since its head was noted is whole`() async throws {
        let (store, head) = try await Self.log()
        try await store.log.append(LogLine(day: store.today, who: "mo", did: "opened", about: "one more"))
        let verdict = try await store.log.verify(against: head)
        #expect(verdict == LogVerdict(entries: 9, ended: 0, fault: nil))
        #expect(try await store.log.goesOn(from: head))
    }

    @Test func `entries whose term is over leave by the front, and what is left is whole`() async throws {
        let store = try TestStore()
        for (number, day) in ["2019-01-01", "2019-03-01", "2026-11-01", "2019-05-01"].enumerated() {
            try await store.log.append(LogLine(day: try Day(day), who: "mo", did: "opened", about: "\(number)"))
        }
        let head = try await store.log.head()
        let terms = RetentionTerms(original: 12, spam: 1, receipt: 12, safeguarding: 420, log: 84)
        let done = try await store.records.retention(log: store.log).run(terms, asOf: store.today, today: store.today)
        #expect(done.counts[.log] == 2)
        let verdict = try await store.log.verify(against: head)
        #expect(verdict == LogVerdict(entries: 3, ended: 2, fault: nil))
        #expect(try await store.log.goesOn(from: head))
        #expect(throws: (any Error).self) { try store.force("DELETE FROM logLine") }
        try store.force("DROP TRIGGER logLine_no_DELETE; DELETE FROM logLine WHERE number = 3")
        #expect(try await store.log.verify(against: head).fault?.kind == .missingBefore(1))
        try store.force(
            "UPDATE logBeginning SET number = 3, hash = (SELECT zeroblob(32))")
        #expect(try await store.log.verify(against: head).fault?.kind == .beginningForged)
    }
}
