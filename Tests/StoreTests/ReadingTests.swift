import Concerns
import Foundation
import Store
import Testing

struct ReadingTests {
    @Test func `ten messages of one voice count as one`() async throws {
        let store = try TestStore()
        for seed in UInt64(1)...10 {
            _ = try await store.records.intake.add(store.concern(seed))
            try await store.desk.decide(store.decision(seed, voice: 1))
        }
        _ = try await store.records.intake.add(store.concern(11))
        try await store.desk.decide(store.decision(11))
        let counts = try await store.records.reading.voices()
        #expect(
            counts == [
                VoiceCount(authority: store.sandwell, area: .lookedAfter, week: try Day("2026-11-20").week, voices: 2)
            ])
    }

    @Test(arguments: [(Urgency.praise, Teller.inCare), (.spam, .inCare), (.concern, .worriedOther)])
    func `praise, spam and adults' concerns are no voices of young people who complain`(
        urgency: Urgency, teller: Teller
    ) async throws {
        let store = try TestStore()
        _ = try await store.records.intake.add(store.concern(1, teller: teller))
        try await store.desk.decide(store.decision(1, urgency: urgency))
        #expect(try await store.records.reading.voices().isEmpty)
    }

    @Test func `the kept past and the living concerns add up`() async throws {
        let store = try TestStore()
        let week = try Day("2026-11-20").week
        try await store.records.past.add([
            VoiceCount(authority: store.sandwell, area: .lookedAfter, week: week, voices: 3),
            VoiceCount(authority: store.sandwell, area: .lookedAfter, week: week, voices: 1),
        ])
        let before = try await store.records.reading.voicesVersion()
        _ = try await store.records.intake.add(store.concern(1))
        try await store.desk.decide(store.decision(1))
        #expect(try await store.records.reading.voices().map(\.voices) == [4, 1])
        let after = try await store.records.reading.voicesVersion()
        #expect(after != before)
        try await store.records.past.add([
            VoiceCount(authority: store.sandwell, area: .lookedAfter, week: week, voices: 1)
        ])
        #expect(try await store.records.reading.voicesVersion() != after)
    }

    @Test func `inspectors find by authority, area, period and words, each by itself and together`() async throws {
        let store = try TestStore()
        let texts = ["they moved me again", "nobody asked me", "moved with bin bags"]
        for (number, text) in texts.enumerated() {
            let seed = UInt64(number + 1)
            _ = try await store.records.intake.add(store.concern(seed, arrivedOn: "2026-0\(number + 1)-15"))
            try await store.desk.decide(
                store.decision(seed, areas: number == 1 ? [.listenedTo] : [.lookedAfter, .leadership], text: text))
        }
        let reading = store.records.reading
        #expect(try await reading.concerns(ConcernQuery(words: "moved")).count == 2)
        #expect(try await reading.concerns(ConcernQuery(words: "mov bin")).map(\.text.description) == [texts[2]])
        #expect(try await reading.concerns(ConcernQuery(area: .listenedTo)).map(\.text.description) == [texts[1]])
        #expect(try await reading.concerns(ConcernQuery(authorities: [GSSCode("E08000025")])).isEmpty)
        #expect(try await reading.concerns(ConcernQuery(authorities: [store.sandwell], words: "asked")).count == 1)
        let march = try Day("2026-03-01").week
        #expect(try await reading.concerns(ConcernQuery(from: march)).map(\.text.description) == [texts[2]])
        #expect(try await reading.concerns(ConcernQuery(through: march)).count == 2)
        #expect(try await reading.concerns(ConcernQuery(limit: 2)).count == 2)
        #expect(try await reading.concerns(ConcernQuery(offset: 2)).count == 1)
        #expect(try await reading.count(ConcernQuery(words: "moved", offset: 1, limit: 1)) == 2)
        #expect(try await reading.count(ConcernQuery(area: .leadership, from: march)) == 1)
        #expect(try await reading.count(ConcernQuery()) == 3)
    }

    @Test func `the newest week of arrival comes first, whenever it was decided`() async throws {
        let store = try TestStore()
        let days = ["2026-03-02", "2026-09-07", "2026-06-01", "2026-01-05"]
        for (number, day) in days.enumerated() {
            _ = try await store.records.intake.add(store.concern(UInt64(number + 1), arrivedOn: day))
            try await store.desk.decide(store.decision(UInt64(number + 1)))
        }
        for query in [ConcernQuery(), ConcernQuery(authorities: [store.sandwell]), ConcernQuery(words: "worker")] {
            let weeks = try await store.records.reading.concerns(query).map(\.week)
            #expect(try weeks == days.sorted(by: >).map { try Day($0).week })
        }
    }

    @Test(arguments: ["\"", "a OR", "NEAR(", "*", "-", "text:x", "' OR 1=1 --", "moved\" OR \"x", "🙂"])
    func `whatever is typed as words is looked for as words`(words: String) async throws {
        let store = try TestStore()
        _ = try await store.records.intake.add(store.concern(1))
        try await store.desk.decide(store.decision(1))
        _ = try await store.records.reading.concerns(ConcernQuery(words: words))
    }
}
