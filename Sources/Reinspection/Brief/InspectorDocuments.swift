import Concerns
import Signals

/// A signal as JSON; for fewer voices than the floor it keeps back every figure from which the number could be worked
/// out.
struct SignalDocument: Encodable {
    let area: JudgementArea
    let state: SignalState
    let through: String
    let windowWeeks: Int
    /// Null below the floor, with ``fewerThan`` beside it.
    let voices: NumberOrNull
    let fewerThan: Int?
    let expected, ratio, probability: Double?
    let expectedRange, ratioRange: [Double]?
    let notes: [String]
    let method: String

    init(_ signal: Signal, floor: Int) {
        let isShown = signal.voices >= floor
        area = signal.area
        state = signal.state
        through = signal.through.description
        windowWeeks = signal.windowWeeks
        (voices, fewerThan) =
            switch ShownCount(signal.voices, floor: floor) {
            case .none: (NumberOrNull(value: 0), nil)
            case .fewerThan(let floor): (NumberOrNull(value: nil), floor)
            case .exactly(let count): (NumberOrNull(value: count), nil)
            }
        expected = isShown ? signal.expected.finite : nil
        ratio = isShown ? signal.ratio.finite : nil
        probability = isShown ? signal.probability.finite : nil
        expectedRange = isShown ? signal.expectedRange.finiteEnds : nil
        ratioRange = isShown ? signal.ratioRange.finiteEnds : nil
        notes = signal.notes
        method = signal.method
    }
}

/// A number that is written as null, and not left out, where it may not be shown.
struct NumberOrNull: Encodable {
    let value: Int?

    func encode(to encoder: any Encoder) throws {
        var single = encoder.singleValueContainer()
        try single.encode(value)
    }
}

struct ConcernDocument: Encodable {
    let areas: [JudgementArea]
    let week: String
    let urgency: Urgency
    let words: String?

    init(_ concern: BriefConcern) {
        areas = concern.areas
        week = concern.week
        urgency = concern.urgency
        words = concern.words?.description
    }
}

extension Double {
    /// JSON has no word for infinity.
    fileprivate var finite: Double? { isFinite ? self : nil }
}

extension ClosedRange<Double> {
    fileprivate var finiteEnds: [Double]? {
        lowerBound.isFinite && upperBound.isFinite ? [lowerBound, upperBound] : nil
    }
}
