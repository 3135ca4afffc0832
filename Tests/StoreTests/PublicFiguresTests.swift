import Concerns
import TestSupport
import Testing

@testable import Store

struct PublicFiguresTests {
    private static let month = Month(number: 2026 * 12 + 11)  // December

    /// So many accepted concerns, each a voice of its own unless told otherwise.
    private static func accept(
        _ count: UInt64, from first: UInt64 = 1, in store: TestStore, arrivedOn: String = "2026-11-20",
        urgency: Urgency = .concern, teller: Teller? = .inCare, sharing: Sharing = .words, voice: UInt64? = nil
    ) async throws {
        for seed in first..<first + count {
            let concern = try store.concern(
                seed, urgency: urgency, sharing: sharing, arrivedOn: arrivedOn, teller: teller)
            _ = try await store.records.intake.add(concern.withoutReceipt)
            try await store.desk.decide(
                store.decision(seed, urgency: urgency, text: sharing == .words ? "x" : nil, voice: voice))
        }
    }

    private static func bands(in store: TestStore, month: Month = month) async throws -> [JudgementArea: VoiceBand] {
        try await store.records.publicFigures.bands(of: [store.sandwell], named: store.sandwell, in: month)
    }

    @Test func `nine voices are not shown, ten are a band`() async throws {
        let nine = try TestStore()
        try await Self.accept(9, in: nine)
        #expect(try await Self.bands(in: nine) == [:])
        let ten = try TestStore()
        try await Self.accept(9, in: ten)
        try await Self.accept(1, from: 10, in: ten, sharing: .counted)
        #expect(try await Self.bands(in: ten) == [.lookedAfter: .tenOrMore])
    }

    @Test func `one who speaks twenty times is one voice`() async throws {
        let store = try TestStore()
        try await Self.accept(20, in: store, voice: 1)
        #expect(try await Self.bands(in: store) == [:])
    }

    @Test(arguments: [(Urgency.praise, Teller.inCare), (.spam, .inCare), (.concern, .worriedOther)])
    func `praise, spam and adults' concerns do not count`(urgency: Urgency, teller: Teller) async throws {
        let store = try TestStore()
        try await Self.accept(9, in: store)
        try await Self.accept(5, from: 10, in: store, urgency: urgency, teller: teller)
        #expect(try await Self.bands(in: store) == [:])
    }

    @Test func `undecided concerns and those of other councils do not count, those of former codes do`() async throws {
        let store = try TestStore()
        let (former, other) = (try GSSCode("E08000025"), try GSSCode("E08000026"))
        let week = try Day("2026-10-05").week
        try await Self.accept(5, in: store)
        for seed in UInt64(50)...60 { _ = try await store.records.intake.add(store.concern(seed)) }
        try await store.records.past.add([
            VoiceCount(authority: former, area: .lookedAfter, week: week, voices: 5),
            VoiceCount(authority: other, area: .lookedAfter, week: week, voices: 90),
            VoiceCount(authority: other, area: .adoption, week: week, voices: 90),
        ])
        let bands = try await store.records.publicFigures.bands(
            of: [store.sandwell, former], named: store.sandwell, in: Self.month)
        #expect(bands == [.lookedAfter: .tenOrMore])
        #expect(
            try await store.records.publicFigures.bands(of: [other], named: other, in: Self.month)
                == [.lookedAfter: .fiftyOrMore, .adoption: .fiftyOrMore])
    }

    @Test func `only whole weeks of the twelve months before count`() throws {
        // 2026-12-01 is a Tuesday, and so is 2025-12-02.
        let december = try PublicFigures.weeks(before: Self.month)
        #expect(december.lowerBound.monday.description == "2025-12-01")
        #expect(december.upperBound.sunday.description == "2026-11-29")
        // 2026-06-01 is a Monday, and 2025-06-01 a Sunday.
        let june = try PublicFigures.weeks(before: Self.month + -6)
        #expect(june.lowerBound.monday.description == "2025-06-02")
        #expect(june.upperBound.sunday.description == "2026-05-31")
        for number in 0..<600 {
            let month = Month(number: 2000 * 12 + number)
            let (first, weeks) = (try Day("\(month)-01"), try PublicFigures.weeks(before: month))
            #expect(weeks.upperBound.sunday < first && weeks.upperBound.sunday + 7 >= first, "\(month)")
            let start = first.adding(months: -12)
            #expect(weeks.lowerBound.monday >= start && start + 7 > weeks.lowerBound.monday, "\(month)")
        }
    }

    @Test func `a week that reaches into the month is left out, in both sources`() async throws {
        let store = try TestStore()
        try await Self.accept(10, in: store, arrivedOn: "2026-11-30")
        try await Self.accept(10, from: 11, in: store, arrivedOn: "2025-11-30")
        let outside = try ["2026-11-30", "2025-11-30"].map { day in
            VoiceCount(authority: store.sandwell, area: .lookedAfter, week: try Day(day).week, voices: 50)
        }
        try await store.records.past.add(outside)
        #expect(try await Self.bands(in: store) == [:])
        #expect(try await Self.bands(in: store, month: Self.month + 1)[.lookedAfter] == .fiftyOrMore)
    }

    @Test func `once asked for, a month stays as it is, whatever is decided or taken back`() async throws {
        let store = try TestStore()
        for seed in UInt64(1)...10 {
            _ = try await store.records.intake.add(store.concern(seed))
            try await store.desk.decide(store.decision(seed))
        }
        #expect(try await Self.bands(in: store) == [.lookedAfter: .tenOrMore])
        try await store.threads.withdraw(ConcernID(of: 1), on: store.today)
        #expect(try await Self.bands(in: store) == [.lookedAfter: .tenOrMore])
        try await Self.accept(90, from: 101, in: store)
        #expect(try await Self.bands(in: store) == [.lookedAfter: .tenOrMore])
        #expect(try await Self.bands(in: store, month: Self.month + 1) == [.lookedAfter: .fiftyOrMore])
        #expect(try await Self.bands(in: store) == [.lookedAfter: .tenOrMore])
    }

    @Test func `a month in which nothing could be shown stays so too`() async throws {
        let store = try TestStore()
        #expect(try await Self.bands(in: store) == [:])
        try await Self.accept(30, in: store)
        #expect(try await Self.bands(in: store) == [:])
    }

    @Test func `a month gone by that nobody asked for tells nothing new`() async throws {
        let store = try TestStore()
        try await Self.accept(10, in: store, arrivedOn: "2026-09-01")
        #expect(try await Self.bands(in: store) == [.lookedAfter: .tenOrMore])
        #expect(try await Self.bands(in: store, month: Self.month + -1) == [:])
        #expect(try store.count("SELECT count(*) FROM frozenMonth") == 1)
    }

    @Test func `whoever asks at the same moment reads the same`() async throws {
        let store = try TestStore(file: TestStore.file())
        try await Self.accept(10, in: store)
        let answers = try await withThrowingTaskGroup(of: [JudgementArea: VoiceBand].self) { group in
            for _ in 0..<30 { group.addTask { try await Self.bands(in: store) } }
            // A voice is taken back meanwhile: some ask before it, some after.
            group.addTask {
                try store.force("DELETE FROM moderated WHERE concern = '\(ConcernID(of: 1))'")
                return try await Self.bands(in: store)
            }
            return try await group.reduce(into: Set()) { answers, bands in answers.insert(bands) }
        }
        #expect(answers.count == 1)
    }

    @Test(arguments: [
        "UPDATE publicFigure SET band = '100'", "DELETE FROM publicFigure", "DELETE FROM frozenMonth",
        "INSERT INTO publicFigure VALUES ('E08000028', '2026-12', 'adoption', '7')",
        "INSERT INTO publicFigure VALUES ('E08000028', '2031-01', 'adoption', '10')",
    ])
    func `what was frozen can be neither changed nor added to by hand`(sql: String) async throws {
        let store = try TestStore()
        try await Self.accept(10, in: store)
        _ = try await Self.bands(in: store)
        #expect(throws: (any Error).self) { try store.force(sql) }
    }
}
