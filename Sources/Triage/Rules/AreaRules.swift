import Concerns
import FactFiles

/// `areas.yaml`: the words that say what a message bears on, each with its weight.
final class AreaRules: Sendable {
    let book: PhraseBook
    /// By the owner of a find in the book.
    let weights: [(area: JudgementArea, weight: Double)]
    /// From this sum on an area is suggested.
    let threshold: Double
    let byUrgency: [Urgency: [JudgementArea: Double]]
    let byChannel: [Channel: [JudgementArea: Double]]
    /// Suggested where no word speaks for any.
    let otherwise: [JudgementArea]

    init(_ tree: FactTree) throws(FactProblem) {
        try tree.allow(only: ["threshold", "by_urgency", "by_channel", "otherwise", "groups", "spellings", "words"])
        threshold = try tree["threshold"].number
        otherwise = try tree["otherwise"].list.map { entry throws(FactProblem) in
            try entry.choice(of: JudgementArea.self)
        }
        byUrgency = try Self.boosts(tree["by_urgency"], of: Urgency.self)
        byChannel = try Self.boosts(tree["by_channel"], of: Channel.self)
        let phrases = try PhraseReader(tree)
        var entries: [PhraseBook.Entry] = []
        var weights: [(area: JudgementArea, weight: Double)] = []
        let words = try tree["words"]
        for key in words.keys {
            let area = try Self.choice(key, in: words, of: JudgementArea.self)
            for entry in try words[key].list {
                try entry.allow(only: ["weight", "phrases"])
                let weight = try entry["weight"].number
                for phrase in try phrases.phrases(entry["phrases"]) {
                    // Each phrase counts once however often it is said.
                    entries.append((phrase, weights.count))
                    weights.append((area, weight))
                }
            }
        }
        book = PhraseBook(entries, spellings: phrases.spellings)
        self.weights = weights
    }

    private static func boosts<Key: RawRepresentable & CaseIterable & Hashable>(
        _ tree: FactTree, of type: Key.Type
    ) throws(FactProblem) -> [Key: [JudgementArea: Double]] where Key.RawValue == String {
        var boosts: [Key: [JudgementArea: Double]] = [:]
        for key in tree.keys {
            let entry = try tree[key]
            let name = try choice(key, in: tree, of: type)
            for area in entry.keys {
                boosts[name, default: [:]][try choice(area, in: entry, of: JudgementArea.self)] = try entry[area].number
            }
        }
        return boosts
    }

    private static func choice<Choice: RawRepresentable & CaseIterable>(
        _ key: String, in tree: FactTree, of type: Choice.Type
    ) throws(FactProblem) -> Choice where Choice.RawValue == String {
        guard let choice = Choice(rawValue: key) else {
            let known = type.allCases.map(\.rawValue).joined(separator: ", ")
            throw FactProblem(
                file: tree.file, line: tree.optional(key)?.line ?? tree.line, says: "“\(key)” is not known here",
                remedy: "Write one of: \(known).")
        }
        return choice
    }
}
