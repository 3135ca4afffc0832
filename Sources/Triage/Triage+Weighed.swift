import Concerns

extension Triage {
    /// What rules and weights suggest together.
    func weighedSuggestion(
        for original: Original, channel: Channel, by weights: TriageWeights
    ) -> Suggestion {
        let reading = Reading(original.words)
        let areas = AreaReading(reading, rules: rules.areas)
        let urgency = UrgencyReading(reading, rules: rules.urgency)
        let message = WeighedMessage(
            reading, urgency: urgency, areas: areas, meanings: rules.meanings, channel: channel)
        let answer = MessageAnswer(message, urgency: urgency, areas: areas, weights: weights.messages)
        var finder = IdentifierFinder(reading, rules: rules.redaction, helplines: rules.helplineNumbers)
        let ruled = finder.redactions()
        return Suggestion(
            finds: NameFinder(finder, weights: weights.names).finds(beside: ruled), urgency: answer.urgency,
            urgencyReasons: answer.reasons, urgencyWords: answer.words.map { reading.scalars(of: $0) },
            areas: answer.areas)
    }
}
