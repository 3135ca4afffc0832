import Concerns

/// The rows of a history as running totals, so that the voices of any stretch of weeks are one subtraction.
struct VoiceTally: Sendable {
    static let areas = JudgementArea.allCases

    /// Thousands of children in care by place; the median of the nation where the number is not known.
    let thousandsOfChildren: [Double]

    private let places: [GSSCode: Int]
    private let from: Week
    private let weeks: Int
    /// Voices before each week, one stretch of `weeks + 1` numbers for each place and area.
    private let runningTotals: [Int]

    init(counts: [VoiceCount], childrenInCare: [GSSCode: Int], from: Week) {
        let codes = Set(childrenInCare.keys).union(counts.lazy.map(\.authority)).sorted()
        let places = Dictionary(uniqueKeysWithValues: zip(codes, 0...))
        let columns = Dictionary(uniqueKeysWithValues: zip(Self.areas, 0...))
        let kept = counts.lazy.filter { $0.week >= from && $0.voices > 0 }
        let weeks = (kept.map(\.week).max().map { from.distance(to: $0) } ?? -1) + 1

        let stride = weeks + 1
        var totals = [Int](repeating: 0, count: codes.count * Self.areas.count * stride)
        for count in kept {
            guard let place = places[count.authority], let column = columns[count.area] else { continue }
            let start = (place * Self.areas.count + column) * stride
            totals[start + from.distance(to: count.week) + 1] += count.voices
        }
        for start in Swift.stride(from: 0, to: totals.count, by: stride) {
            for week in 1..<stride where week < stride { totals[start + week] += totals[start + week - 1] }
        }

        let known = childrenInCare.values.sorted()
        // 535 is the mean of the 153 authorities at 31 March 2025 (81,770 children); used when no size is known at all.
        let median = known.isEmpty ? 535 : known[known.count / 2]
        thousandsOfChildren = codes.map { code in
            // One child at the least: a council that looks after none today still has care leavers.
            Double(max(childrenInCare[code] ?? median, 1)) / 1000
        }
        self.places = places
        self.from = from
        self.weeks = weeks
        runningTotals = totals
    }

    /// The week after the last one that has voices anywhere.
    var end: Week { from.advanced(by: weeks) }

    /// Where an authority stands in the tally; nil when the history does not know it.
    func place(of authority: GSSCode) -> Int? { places[authority] }

    /// Voices of one place and area (by its position in ``areas``) in a stretch of weeks.
    func voices(place: Int, area: Int, in stretch: Range<Week>) -> Int {
        let start = (place * Self.areas.count + area) * (weeks + 1)
        return runningTotals[start + clamped(stretch.upperBound)] - runningTotals[start + clamped(stretch.lowerBound)]
    }

    private func clamped(_ week: Week) -> Int { min(max(from.distance(to: week), 0), weeks) }
}
