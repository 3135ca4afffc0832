import Concerns
import Signals
import Store
import Synchronization
import Testing

@testable import StaffSite

struct SignalBoardTests {
    @Test func `signals are worked out once for each change of the counts`() async throws {
        let records = try Records.inMemory()
        let counting = CountingEngine()
        let board = SignalBoard(
            reading: records.reading, authorities: Authorities([]), engine: { _ in counting })
        let code = try GSSCode("E08000008")
        let today = try Day("2026-11-24")
        let rule = SignalRule(windowWeeks: 13, factor: 1.5, leastVoices: 5, deteriorated: 0.9, watch: 0.7)
        for _ in 0..<3 { _ = try await board.signals(of: [code], rule: rule, today: today) }
        #expect(counting.asked.withLock(\.self) == [today.week.advanced(by: -1)])
        _ = try await board.signals(of: [code], rule: rule, today: today + 7)
        #expect(counting.asked.withLock(\.self) == [today.week.advanced(by: -1), today.week])
        try await records.past.add([VoiceCount(authority: code, area: .adoption, week: today.week, voices: 1)])
        _ = try await board.signals(of: [code], rule: rule, today: today)
        #expect(counting.asked.withLock(\.count) == 3)
    }
}

/// Finds nothing, and remembers for which weeks it was asked.
private final class CountingEngine: SignalEngine {
    let asked = Mutex<[Week]>([])

    func signals(of authority: GSSCode, in history: VoiceHistory, through: Week) -> [Signal] {
        asked.withLock { $0.append(through) }
        return []
    }
}
