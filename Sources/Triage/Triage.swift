package import Concerns

/// What the moderation desk is offered for each message: what to cover, how urgent it is, what it bears on.
///
/// The rules are the moderators' own files; nothing here reads a clock, a file or a socket, and the same message always
/// gets the same answer. A moderator confirms or changes every part of it.
package struct Triage: Sendable {
    let rules: ModerationRules

    package init(rules: ModerationRules) { self.rules = rules }

    package func suggestion(for original: Original, channel: Channel) -> Suggestion {
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
        return FirstReading(
            urgency: alarm ?? urgency.answer(speaksOfCare: speaksOfCare(reading)).urgency, alarm: alarm,
            needsHelpFirst: urgency.needsHelpFirst)
    }

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

    private func speaksOfCare(_ reading: Reading) -> Bool { AreaReading(reading, rules: rules.areas).isAboutCare }
}
