import Concerns
import Pages
import Signals

/// One signal as a row of a table; with fewer voices than may be shown, no figure from which they could be worked out.
struct SignalRow: Sendable {
    let area: String
    let state: String
    /// `deteriorated`, `watch`, `usual` or `unknown`, for the style sheet only; the state is always said in words.
    let stateCode: String
    let voices: String
    let expected: String
    let ratio: String
    let probability: String
    let notes: [String]

    init(_ signal: Signal, floor: Int, in pages: StaffPages) {
        let words = pages.words
        let isShown = signal.voices >= floor
        func range(_ range: ClosedRange<Double>) -> String {
            let from = Shown.oneDecimal(range.lowerBound) ?? ""
            return Shown.oneDecimal(range.upperBound).map { words("rangeFromTo", ["from": from, "to": $0]) }
                ?? words("rangeFrom", ["from": from])
        }
        area = pages.said("staffArea", signal.area.rawValue)
        state = pages.said("staffSignal", signal.state.rawValue)
        stateCode = signal.state.rawValue
        voices = pages.shown(ShownCount(signal.voices, floor: floor))
        let middle = Shown.oneDecimal(signal.ratio) ?? ""
        expected = isShown ? range(signal.expectedRange) : words("figureWithheld")
        ratio =
            isShown
            ? words("ratioWithRange", ["ratio": middle, "range": range(signal.ratioRange)]) : words("figureWithheld")
        probability = isShown ? Shown.percent(signal.probability) : words("figureWithheld")
        notes = signal.notes
    }
}

extension StaffPages {
    /// A count in words, a band where it is below the floor.
    func shown(_ count: ShownCount) -> String {
        switch count {
        case .none: words("countNone")
        case .fewerThan(let floor): words("countFewerThan", ["floor": "\(floor)"])
        case .exactly(let count): "\(count)"
        }
    }
}
