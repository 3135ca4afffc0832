package import Concerns

/// A feature of a message as a trainer sees it.
package struct MessageLesson: Sendable {
    /// Kind and text, parted by a tab, as in the file of weights.
    package let name: String
    package let key: UInt64
    package let value: Float
}

/// A message's words as the trainer of names sees them.
package struct NameLesson {
    let contexts: NameContexts
    /// For each word its right label, by its place in ``Triage/nameLabels``.
    package let labels: [Int]

    /// The keys of all contexts of a word, in the order of the templates.
    package func keys(at word: Int) -> [UInt64] { NameTemplate.all.indices.map { contexts.key($0, at: word).value } }

    /// A context's name in the file of weights: its template and its parts, parted by a tab.
    package func name(_ template: Int, at word: Int) -> String { "\(template)\t\(contexts.text(template, at: word))" }
}

// What a trainer asks, so that what is learnt and what is looked up later are made by the same code.
extension Triage {
    /// What the weights of messages answer, in the order of their columns.
    package static let messageQuestions = MessageWeights.questions
    /// What the weights of names tell apart, in the order of their columns.
    package static let nameLabels = NameLabel.allCases.map { "\($0)" }

    package func lesson(_ original: Original, channel: Channel) -> [MessageLesson] {
        let reading = Reading(original.words)
        let areas = AreaReading(reading, rules: rules.areas)
        let urgency = UrgencyReading(reading, rules: rules.urgency)
        let features = WeighedMessage(
            reading, urgency: urgency, areas: areas, meanings: rules.meanings, channel: channel
        ).features
        return features.features.enumerated().map { place, feature in
            MessageLesson(
                name: "\(feature.kind.name)\t\(features.text(at: place))", key: feature.key.value,
                value: features.scale(of: feature.kind))
        }
    }

    /// - Parameter spans: the identifiers as labelled, in Unicode scalars.
    package func nameLesson(_ text: String, spans: [(range: Range<Int>, kind: IdentifierKind)]) -> NameLesson {
        let reading = Reading(text)
        let finder = IdentifierFinder(reading, rules: rules.redaction, helplines: rules.helplineNumbers)
        var rulesFinder = finder
        let ruled = NameLabel.labels(of: reading, rulesFinder.redactions().map { ($0.scalars, $0.kind) })
        return NameLesson(
            contexts: NameContexts(finder, ruled: ruled),
            labels: NameLabel.labels(of: reading, spans).map(\.rawValue))
    }
}
