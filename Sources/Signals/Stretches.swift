import Concerns

/// The recent weeks, and the past ones that they are compared with.
struct Stretches: Sendable {
    let recent: Range<Week>
    /// At most the 104 weeks before: older practice says little about what is usual now.
    let past: Range<Week>

    /// - Parameters:
    ///   - from: the first week of which anything is known.
    ///   - through: the last week to look at.
    init(from: Week, through: Week, windowWeeks: Int) {
        let end = through.advanced(by: 1)
        let start = end.advanced(by: -max(windowWeeks, 1))
        recent = start..<end
        past = max(min(from, start), start.advanced(by: -104))..<start
    }

    /// How many times as long as the past stretch the recent one is.
    var recentByPast: Double { past.isEmpty ? 0 : Double(recent.count) / Double(past.count) }

    /// The older and the newer half of the recent weeks; of an odd number the newer has one more.
    var recentHalves: [Range<Week>] {
        let middle = recent.lowerBound.advanced(by: recent.count / 2)
        return [recent.lowerBound..<middle, middle..<recent.upperBound].filter { !$0.isEmpty }
    }

    /// The past cut into stretches as long as the recent one, the newest first; what is left over is not used.
    var pastBlocks: [Range<Week>] {
        (0..<(past.count / recent.count)).map { block in
            let end = past.upperBound.advanced(by: -block * recent.count)
            return end.advanced(by: -recent.count)..<end
        }
    }
}
