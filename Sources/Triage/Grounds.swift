package import Concerns

/// Why a message is given an urgency and areas: the words of it that the moderators' rules know.
///
/// Beside a ``Suggestion``, whoever made it: these are places in the message, never the words themselves.
package struct Grounds: Hashable, Sendable {
    /// By a rule's name where its phrases stand, whether or not it spoke in the end, in Unicode scalars.
    package let urgency: [String: [Range<Int>]]
    /// By area where the phrases stand that speak for it, the strongest first, in Unicode scalars.
    package let areas: [JudgementArea: [Range<Int>]]
    /// The areas that go with the urgency whatever the words.
    package let withUrgency: Set<JudgementArea>
    /// The areas that the rules name where no word speaks for any.
    package let otherwise: Set<JudgementArea>
}

extension Triage {
    /// - Parameter urgency: the one that was settled on, whose areas go with it.
    package func grounds(of original: Original, urgency: Urgency) -> Grounds {
        let reading = Reading(original.words)
        let speaking = areaPhrases(in: reading)
        let isSilent = urgency != .spam && rules.areas.byUrgency[urgency, default: [:]].isEmpty && speaking.isEmpty
        return Grounds(
            urgency: urgencyPhrases(in: reading), areas: speaking,
            withUrgency: Set(rules.areas.byUrgency[urgency, default: [:]].filter { $0.value > 0 }.keys),
            otherwise: isSilent ? Set(rules.areas.otherwise) : [])
    }

    private func urgencyPhrases(in reading: Reading) -> [String: [Range<Int>]] {
        var places: [String: [Range<Int>]] = [:]
        for find in rules.urgency.book.finds(in: reading) {
            guard case .rule(let rule, _) = rules.urgency.parts[find.owner] else { continue }
            places[rules.urgency.rules[rule].name, default: []].append(reading.scalars(of: find.words))
        }
        return places
    }

    private func areaPhrases(in reading: Reading) -> [JudgementArea: [Range<Int>]] {
        var found: [JudgementArea: [(weight: Double, scalars: Range<Int>)]] = [:]
        for find in rules.areas.book.finds(in: reading) {
            let (area, weight) = rules.areas.weights[find.owner]
            if weight > 0 { found[area, default: []].append((weight, reading.scalars(of: find.words))) }
        }
        return found.mapValues { phrases in
            phrases.sorted {
                $0.weight != $1.weight ? $0.weight > $1.weight : $0.scalars.lowerBound < $1.scalars.lowerBound
            }
            .map(\.scalars)
        }
    }
}
