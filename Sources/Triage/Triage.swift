package import Concerns

/// What the moderation desk is offered for each message: what to cover, how urgent it is, what it bears on.
///
/// The rules are the moderators' own files; nothing here reads a clock, a file or a socket, and the same message always
/// gets the same answer. A moderator confirms or changes every part of it.
package struct Triage: Sendable {
    let rules: ModerationRules
    /// What was learnt from labelled messages; without it the rules speak alone.
    let weights: TriageWeights?

    package init(rules: ModerationRules, weights: TriageWeights? = nil) {
        self.rules = rules
        self.weights = weights
    }

    package func suggestion(for original: Original, channel: Channel) -> Suggestion {
        if let weights { return weighedSuggestion(for: original, channel: channel, by: weights) }
        let reading = Reading(original.words)
        let areas = AreaReading(reading, rules: rules.areas)
        let urgency = UrgencyReading(reading, rules: rules.urgency).answer(speaksOfCare: areas.isAboutCare)
        var finder = IdentifierFinder(reading, rules: rules.redaction, helplines: rules.helplineNumbers)
        return Suggestion(
            finds: finder.redactions().map { IdentifierFind($0, because: .rule, confidence: 1) },
            urgency: urgency.urgency, urgencyReasons: urgency.reasons,
            areas: areas.answer(urgency: urgency.urgency, channel: channel))
    }

    /// What arrival has to know, from one reading of the words.
    package func firstReading(of original: Original) -> FirstReading {
        let reading = Reading(original.words)
        let urgency = UrgencyReading(reading, rules: rules.urgency)
        let alarm = urgency.alarm?.urgency
        let areas = AreaReading(reading, rules: rules.areas)
        let ruled = alarm ?? urgency.answer(speaksOfCare: areas.isAboutCare).urgency
        return FirstReading(
            urgency: max(ruled, raised(reading, urgency, areas) ?? ruled), alarm: alarm,
            needsHelpFirst: urgency.needsHelpFirst)
    }

    /// Safeguarding where no rule speaks and the weights are sure of it; nil where they are not, or have too little to go by.
    ///
    /// Never danger: that alone calls people out, so a rule that can be read must stand behind it.
    private func raised(_ reading: Reading, _ urgency: UrgencyReading, _ areas: AreaReading) -> Urgency? {
        guard let weights, urgency.alarm == nil, urgency.language.answer == nil, !urgency.isFigureOfSpeech,
            reading.words.count(where: \.hasLetter) >= Self.leastWords
        else { return nil }
        let message = WeighedMessage(
            reading, urgency: urgency, areas: areas, meanings: rules.meanings, channel: .web)
        return weights.messages.areSureOfSerious(message.features) ? .safeguarding : nil
    }

    /// Of fewer words the weights know too little to speak when a message arrives.
    private static let leastWords = 6

    /// The urgency alone, as ``suggestion(for:channel:)`` gives it; what arrival needs, without looking for identifiers.
    package func urgency(of original: Original) -> Urgency { firstReading(of: original).urgency }

    /// What the rules for danger and safeguarding say of a box that asks for something else, such as the council; nil where
    /// none holds.
    ///
    /// The language does not count there: a council's name in another script is no cry for help.
    package func alarm(in typed: Original) -> Urgency? {
        UrgencyReading(Reading(typed.words), rules: rules.urgency).alarm?.urgency
    }

    /// Whether a danger rule holds; asked of every message on arrival, so that nobody waits behind a queue.
    package func soundsLikeDanger(_ original: Original) -> Bool {
        UrgencyReading(Reading(original.words), rules: rules.urgency).isDanger
    }

    /// Whether the answer must begin with where help is: for danger, and for the rules that the moderators marked with
    /// `help_first`, such as thoughts of dying without a plan.
    package func needsHelpFirst(_ original: Original) -> Bool {
        UrgencyReading(Reading(original.words), rules: rules.urgency).needsHelpFirst
    }
}
