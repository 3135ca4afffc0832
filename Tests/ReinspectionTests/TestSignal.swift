import Concerns
import Signals

extension Signal {
    /// A signal of Sandwell unless said otherwise.
    static func test(
        _ area: JudgementArea, _ state: SignalState, voices: Int = 12, probability: Double = 0.97,
        authority: String = "E08000028", through: String = "2015-W48",
        notes: [String] = []
    ) throws -> Signal {
        Signal(
            authority: try GSSCode(authority), area: area, through: try Week(through), windowWeeks: 13, voices: voices,
            expected: 4.2, expectedRange: 1...8, ratio: 2.8, ratioRange: 1.6...4.4, probability: probability,
            state: state, notes: notes, method: "test")
    }
}
