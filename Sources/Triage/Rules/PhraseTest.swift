package import Concerns
package import FactFiles

/// `phrase-tests.yaml`: one message that the moderators made up, and what the rules must make of it.
///
/// They keep a change of one list from breaking what another was written for.
package struct PhraseTest: Sendable {
    /// What is expected of one part of the suggestion, and the line where it stands.
    struct Expected<Value: Sendable>: Sendable {
        let value: Value
        let line: Int?
    }

    let file: String
    let says: String
    let channel: Channel
    let atLeast: Expected<Urgency>?
    let atMost: Expected<Urgency>?
    /// Areas that must be among those suggested.
    let areas: [Expected<JudgementArea>]
    let notAreas: [Expected<JudgementArea>]
    /// Words that must be taken out wherever they stand.
    let takenOut: [Expected<String>]
    /// Words of which nothing may be taken out.
    let stays: [Expected<String>]

    static func all(in tree: FactTree) throws(FactProblem) -> [PhraseTest] {
        try tree.allow(only: ["tests"])
        return try tree["tests"].list.map { entry throws(FactProblem) in try PhraseTest(entry) }
    }

    private init(_ entry: FactTree) throws(FactProblem) {
        try entry.allow(only: ["says", "channel", "at_least", "at_most", "areas", "not_areas", "taken_out", "stays"])
        file = entry.file
        let says = try entry["says"].text
        self.says = says
        channel = try entry.optional("channel")?.choice(of: Channel.self) ?? .web
        atLeast = try Self.urgency(entry.optional("at_least"))
        atMost = try Self.urgency(entry.optional("at_most"))
        areas = try Self.areas(entry.optional("areas"))
        notAreas = try Self.areas(entry.optional("not_areas"))
        takenOut = try Self.words(entry.optional("taken_out"), in: says)
        stays = try Self.words(entry.optional("stays"), in: says)
        let isSilent = [areas.count, notAreas.count, takenOut.count, stays.count].allSatisfy { $0 == 0 }
        guard atLeast != nil || atMost != nil || !isSilent
        else {
            throw entry.problem(
                "this test expects nothing", "Add at_least, at_most, areas, not_areas, taken_out or stays.")
        }
    }

    private static func urgency(_ entry: FactTree?) throws(FactProblem) -> Expected<Urgency>? {
        guard let entry else { return nil }
        return Expected(value: try entry.choice(of: Urgency.self), line: entry.line)
    }

    private static func areas(_ entry: FactTree?) throws(FactProblem) -> [Expected<JudgementArea>] {
        guard let entry else { return [] }
        return try entry.list.map { area throws(FactProblem) in
            Expected(value: try area.choice(of: JudgementArea.self), line: area.line)
        }
    }

    private static func words(_ entry: FactTree?, in says: String) throws(FactProblem) -> [Expected<String>] {
        guard let entry else { return [] }
        return try entry.list.map { words throws(FactProblem) in
            let text = try words.text
            guard !places(of: text, in: says).isEmpty else {
                throw words.problem("“\(text)” does not stand in “\(says)”", "Write the words as they stand there.")
            }
            return Expected(value: text, line: words.line)
        }
    }

    /// Where `words` stand, as offsets in Unicode scalars.
    static func places(of words: String, in says: String) -> [Range<Int>] {
        let (text, sought) = (Array(says.unicodeScalars), Array(words.unicodeScalars))
        guard !sought.isEmpty, sought.count <= text.count else { return [] }
        return (0...text.count - sought.count).map { $0..<$0 + sought.count }.filter { text[$0].elementsEqual(sought) }
    }
}

extension PhraseTest {
    /// What is otherwise than expected, each naming the line of the expectation and what was found instead.
    package func failures(with suggest: (Original, Channel) -> Suggestion) -> [FactProblem] {
        let suggestion = suggest(Original(says), channel)
        return urgencyFailures(suggestion.urgency) + areaFailures(suggestion.areas)
            + wordFailures(Set(suggestion.redactions.flatMap(\.scalars)))
    }

    private func urgencyFailures(_ found: Urgency) -> [FactProblem] {
        var failures: [FactProblem] = []
        if let atLeast, found < atLeast.value {
            failures.append(failure(atLeast.line, "is taken for \(found), and must be at least \(atLeast.value)"))
        }
        if let atMost, found > atMost.value {
            failures.append(failure(atMost.line, "is taken for \(found), and may be at most \(atMost.value)"))
        }
        return failures
    }

    private func areaFailures(_ found: [JudgementArea]) -> [FactProblem] {
        let shown = found.map(\.description).joined(separator: ", ")
        let missing = areas.filter { !found.contains($0.value) }
            .map { failure($0.line, "is taken to be about \(shown), and must be about \($0.value) too") }
        let extra = notAreas.filter { found.contains($0.value) }
            .map { failure($0.line, "is taken to be about \(shown), and may not be about \($0.value)") }
        return missing + extra
    }

    private func wordFailures(_ covered: Set<Int>) -> [FactProblem] {
        let scalars = Array(says.unicodeScalars)
        let left = takenOut.filter { expected in
            Self.places(of: expected.value, in: says).contains { place in
                place.contains { !covered.contains($0) && !scalars[$0].properties.isWhitespace }
            }
        }
        let taken = stays.filter { expected in
            Self.places(of: expected.value, in: says).contains { place in place.contains(where: covered.contains) }
        }
        return left.map { failure($0.line, "leaves “\($0.value)” in, which must be taken out") }
            + taken.map { failure($0.line, "takes “\($0.value)” out, which must stay") }
    }

    private func failure(_ line: Int?, _ found: String) -> FactProblem {
        FactProblem(
            file: file, line: line, says: "“\(says)” \(found)",
            remedy: "Mend the rule that speaks or is missing, or this test if it asks too much.")
    }
}

extension Triage {
    /// What the rules make of the moderators’ own tests of phrases, where it is otherwise than they expect.
    ///
    /// The rules alone, since they are what a moderator can mend.
    package func failedPhraseTests() -> [FactProblem] {
        let ruled = Triage(rules: rules)
        return rules.phraseTests.flatMap { test in test.failures { ruled.suggestion(for: $0, channel: $1) } }
    }
}
