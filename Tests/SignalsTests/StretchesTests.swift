import Concerns
import Testing

@testable import Signals

struct StretchesTests {
    let week = Week(number: 3_000)

    @Test func `the last week is recent, and the past ends where the recent weeks begin`() {
        let stretches = Stretches(from: Week(number: 2_950), through: week, windowWeeks: 13)
        #expect(stretches.recent == Week(number: 2_988)..<Week(number: 3_001))
        #expect(stretches.past == Week(number: 2_950)..<Week(number: 2_988))
        #expect(stretches.recentByPast == 13.0 / 38)
    }

    @Test func `the past is no longer than 104 weeks`() {
        let stretches = Stretches(from: Week(number: 1), through: week, windowWeeks: 13)
        #expect(stretches.past.count == 104)
    }

    @Test func `the past is cut into blocks as long as the recent weeks, the newest first`() {
        let blocks = Stretches(from: Week(number: 2_950), through: week, windowWeeks: 13).pastBlocks
        #expect(
            blocks == [Week(number: 2_975)..<Week(number: 2_988), Week(number: 2_962)..<Week(number: 2_975)])
    }

    @Test(arguments: [1, 2, 4, 13]) func `the halves are the recent weeks, the newer no shorter`(windowWeeks: Int) {
        let stretches = Stretches(from: Week(number: 2_950), through: week, windowWeeks: windowWeeks)
        #expect(stretches.recentHalves.reduce(0) { $0 + $1.count } == windowWeeks)
        #expect(stretches.recentHalves.last?.count == (windowWeeks + 1) / 2)
        #expect(stretches.recentHalves.first?.lowerBound == stretches.recent.lowerBound)
    }

    @Test(arguments: [2_990, 3_000, 3_001, 4_000]) func `counts begun in the recent weeks have no past`(from: Int) {
        let stretches = Stretches(from: Week(number: from), through: week, windowWeeks: 13)
        #expect(stretches.past.isEmpty)
        #expect(stretches.pastBlocks.isEmpty)
        #expect(stretches.recentByPast == 0)
    }
}
