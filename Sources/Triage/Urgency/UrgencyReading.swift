import Concerns

/// How urgent a message is, by the phrases found in it.
struct UrgencyReading {
    fileprivate let rules: UrgencyRules
    fileprivate let reading: Reading
    /// Where the phrases of each rule stand.
    fileprivate var matched: [[Range<Int>]]
    private var companions: [[Range<Int>]]
    private var notMeant: [Range<Int>] = []
    private var notNow: [Range<Int>] = []
    fileprivate var denials: [Range<Int>] = []
    fileprivate var demands: [Range<Int>] = []
    fileprivate var complains = false
    fileprivate var hasRealConcern = false
    /// Asked at most three times, and it reads every word.
    let language: LanguageReading

    init(_ reading: Reading, rules: UrgencyRules) {
        self.rules = rules
        self.reading = reading
        language = LanguageReading(reading, rules: rules)
        matched = Array(repeating: [], count: rules.rules.count)
        companions = matched
        for find in rules.book.finds(in: reading) {
            switch rules.parts[find.owner] {
            case .rule(let rule, isCompanion: false): matched[rule].append(find.words)
            case .rule(let rule, isCompanion: true): companions[rule].append(find.words)
            case .notMeant: notMeant.append(find.words)
            case .notNow: notNow.append(find.words)
            case .denial: denials.append(find.words)
            case .demand: demands.append(find.words)
            case .complaint: complains = true
            case .realConcern: hasRealConcern = true
            }
        }
    }

    /// Whether a phrase that is only a manner of speaking stands there.
    var isFigureOfSpeech: Bool { !notMeant.isEmpty }

    /// Whether any danger rule holds, as it stands.
    var isDanger: Bool { said { $0.urgency == .dangerNow }.contains { says($0) == .now } }

    /// Whether the answer must begin with where help is: whoever denies thoughts of dying, or had them once, is not far
    /// from them.
    var needsHelpFirst: Bool {
        isDanger || said(\.isHelpFirst).contains { says($0) != nil }
    }

    /// Danger or safeguarding with the names of the rules behind it, or nil where no rule for either holds.
    var alarm: (urgency: Urgency, reasons: [String])? {
        var danger: [String] = []
        var safeguarding: [String] = []
        for index in said({ $0.urgency >= .safeguarding }) {
            switch (rules.rules[index].urgency, says(index)) {
            case (_, nil): continue
            case (.dangerNow, .now): danger.append(rules.rules[index].name)
            // Denied or long ago: not tonight, but someone trained reads it today.
            default: safeguarding.append(rules.rules[index].name)
            }
        }
        if !danger.isEmpty { return (.dangerNow, danger) }
        return safeguarding.isEmpty ? nil : (.safeguarding, safeguarding)
    }

    /// The urgency, and the names of the rules behind it.
    ///
    /// - Parameter speaksOfCare: whether the words bear on an area, which keeps a message from being spam.
    func answer(speaksOfCare: Bool) -> (urgency: Urgency, reasons: [String]) {
        if let alarm { return alarm }
        let praise = names(of: .praise)
        let spam = names(of: .spam)
        let isForUs = hasRealConcern || speaksOfCare
        if !spam.isEmpty, !isForUs { return (.spam, spam) }
        if !demands.isEmpty, !isForUs { return (.spam, ["aimed at the software"]) }
        if let floor = language.answer { return floor }
        if !praise.isEmpty, !complains { return (.praise, praise) }
        return (.concern, [])
    }

    /// The rules of one urgency whose phrases are said, however.
    private func names(of urgency: Urgency) -> [String] {
        said { $0.urgency == urgency }.filter { says($0) != nil }.map { rules.rules[$0].name }
    }

    /// The rules of a kind of which a phrase stands in the message at all.
    private func said(_ isOfKind: (UrgencyRules.Rule) -> Bool) -> [Int] {
        matched.indices.filter { !matched[$0].isEmpty && isOfKind(rules.rules[$0]) }
    }

    fileprivate enum Said { case now, deniedOrPast }

    /// Whether and how a rule's phrases are said.
    fileprivate func says(_ index: Int) -> Said? {
        let rule = rules.rules[index]
        var said: Said?
        for place in matched[index] where rule.urgency == .praise || !notMeant.contains(where: { $0.overlaps(place) }) {
            if rule.urgency == .praise, demands.contains(where: { $0.overlaps(place) }) { continue }
            if let reach = rule.companionWithin, !hasCompanion(index, near: place, within: reach) { continue }
            if isDenied(place) || isPast(place) { said = said ?? .deniedOrPast } else { return .now }
        }
        return said
    }

    private func hasCompanion(_ index: Int, near place: Range<Int>, within reach: Int) -> Bool {
        companions[index].contains {
            $0.lowerBound <= place.upperBound + reach && $0.upperBound >= place.lowerBound - reach
        }
    }

    /// “not” and its like directly before, in the same sentence.
    private func isDenied(_ place: Range<Int>) -> Bool {
        denials.contains {
            $0.upperBound <= place.lowerBound && place.lowerBound - $0.upperBound < 2
                && sentence($0.lowerBound) == sentence(place.lowerBound)
        }
    }

    private func isPast(_ place: Range<Int>) -> Bool {
        notNow.contains { sentence($0.lowerBound) == sentence(place.lowerBound) && !$0.overlaps(place) }
    }

    private func sentence(_ word: Int) -> Int { reading.words[word].sentence }
}

extension UrgencyReading {
    /// Every rule that speaks, by name and by whether it is meant as it stands: what the linear model weighs them by.
    var spoken: [String] {
        var spoken: [String] = []
        for index in matched.indices where !matched[index].isEmpty {
            guard let said = says(index) else {
                spoken.append("\(rules.rules[index].name) (not meant)")
                continue
            }
            spoken.append(rules.rules[index].name + (said == .now ? "" : " (denied or past)"))
        }
        if let alarm { spoken.append("any \(alarm.urgency.rawValue)") }
        if complains { spoken.append("complains") }
        if hasRealConcern { spoken.append("real concern") }
        if !demands.isEmpty { spoken.append("aimed at the software") }
        if !denials.isEmpty { spoken.append("denial") }
        if let floor = language.answer { spoken.append(floor.reasons[0]) }
        return spoken
    }
}

extension UrgencyReading {
    /// The least that the language asks for; nil where the rules read it well.
    var languageFloor: (urgency: Urgency, reasons: [String])? {
        guard let floor = language.answer, floor.urgency >= .safeguarding else {
            return nil
        }
        return floor
    }
}
