import Concerns

/// What rules and weights together say of a message's urgency and areas.
struct MessageAnswer {
    let urgency: Urgency
    /// The names of the rules that spoke, and that the weights did.
    let reasons: [String]
    let areas: [JudgementArea]
    /// The words that speak most for it, as ranges of words.
    let words: [Range<Int>]

    /// In doubt upward: what a rule finds is never below safeguarding, whatever the weights say, and only they together make
    /// praise or spam of it.
    init(
        _ message: WeighedMessage, urgency reading: UrgencyReading, areas: AreaReading, weights: MessageWeights
    ) {
        let sums = weights.sums(of: message.features)
        func says(_ question: Int) -> Bool { sums[question] >= weights.thresholds[question] }
        let alarm = reading.alarm
        let (isDanger, isSerious) = (says(0), says(1))
        var reasons = alarm?.reasons ?? []
        let urgency: Urgency
        if alarm?.urgency == .dangerNow || isDanger {
            urgency = .dangerNow
        } else if alarm != nil || isSerious {
            urgency = .safeguarding
        } else if says(3) {
            urgency = .spam
        } else if let floor = reading.languageFloor {
            urgency = floor.urgency
            reasons += floor.reasons
        } else {
            urgency = says(2) ? .praise : .concern
        }
        if alarm == nil, urgency != .concern, reasons.isEmpty { reasons = ["its wording"] }
        self.urgency = urgency
        self.reasons = reasons
        let question = urgency == .dangerNow ? 0 : 1
        words = urgency >= .safeguarding ? weights.words(for: question, in: message.features) : []
        guard urgency != .spam else {
            self.areas = []
            return
        }
        let found = JudgementArea.allCases.enumerated().filter { says(4 + $0.offset) }.map(\.element)
        let likeliest = JudgementArea.allCases.enumerated().max {
            sums[4 + $0.offset] - weights.thresholds[4 + $0.offset] < sums[4 + $1.offset]
                - weights.thresholds[4 + $1.offset]
        }
        self.areas = found.isEmpty ? [likeliest.map(\.element)].compactMap { $0 } : found
    }
}
