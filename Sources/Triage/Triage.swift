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
        let urgency = UrgencyReading(reading, rules: rules.urgency)
        let message = WeighedMessage(reading, urgency: urgency, areas: areas, channel: channel)
        let answer = MessageAnswer(message, urgency: urgency, areas: areas, weights: rules.messageWeights)
        var finder = IdentifierFinder(reading, rules: rules.redaction, helplines: rules.helplineNumbers)
        let ruled = finder.redactions()
        let finds = NameFinder(finder, weights: rules.nameWeights).finds(beside: ruled)
        return Suggestion(
            finds: finds, urgency: answer.urgency, urgencyReasons: answer.reasons,
            urgencyWords: answer.words.map { reading.scalars(of: $0) }, areas: answer.areas)
    }

    /// What arrival has to know, from one reading of the words.
    ///
    /// The weights can only raise what the rules say: nothing that a rule holds urgent waits because its wording is calm.
    package func firstReading(of original: Original) -> FirstReading {
        let reading = Reading(original.words)
        let urgency = UrgencyReading(reading, rules: rules.urgency)
        let areas = AreaReading(reading, rules: rules.areas)
        let alarm = urgency.alarm?.urgency
        let ruled = alarm ?? urgency.answer(speaksOfCare: areas.isAboutCare).urgency
        let message = WeighedMessage(reading, urgency: urgency, areas: areas, channel: .web)
        let weighed = MessageAnswer(message, urgency: urgency, areas: areas, weights: rules.messageWeights).urgency
        return FirstReading(
            urgency: weighed >= .safeguarding ? max(ruled, weighed) : ruled, alarm: alarm,
            needsHelpFirst: urgency.needsHelpFirst || weighed >= .safeguarding)
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
}
