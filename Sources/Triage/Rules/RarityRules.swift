import Concerns
import FactFiles

/// `rarity.yaml`: what few children in care have in common, and how few.
struct RarityRules {
    /// What narrows down who a text may be about, and to which share of the children in care.
    struct Narrowing: Hashable, Sendable {
        let name: String
        /// Above 0, at most 1.
        let share: Double
        let source: String
        /// Words that fit more children; nil where none were written.
        let wider: String?
    }

    struct Age {
        let years: ClosedRange<Int>
        /// The share of one year of age.
        let narrowing: Narrowing
    }

    /// A text that fits fewer children may single one out.
    let fewerThan: Int
    /// Never fewer than the rarest share of all times this: what children have in common often goes together.
    let dependence: Double
    /// Where the number of children is not known, so rare a circumstance alone is a risk.
    let rareShare: Double
    let circumstances: [Narrowing]
    /// Owners are indices into ``circumstances``.
    let book: PhraseBook
    let ages: [Age]
    /// A number after one of these words is an age, and so is one before one of the others; folded as in a ``Reading``.
    let wordsBeforeAge: Set<String>
    let wordsAfterAge: Set<String>
    let kinds: [IdentifierKind: Narrowing]

    /// - Throws: ``FactProblem`` also when a share is none, or a circumstance stands twice.
    init(_ tree: FactTree) throws(FactProblem) {
        try tree.allow(only: ["policy", "groups", "age_words", "ages", "left_in", "circumstances"])
        let policy = try tree["policy"]
        try policy.allow(only: ["fewer_than_children", "dependence", "rare_share", "reason"])
        _ = try policy["reason"].text
        fewerThan = try policy["fewer_than_children"].int(in: 1...1000)
        dependence = try policy["dependence"].share
        rareShare = try policy["rare_share"].share

        let phrases = try PhraseReader(tree)
        var circumstances: [Narrowing] = []
        var entries: [PhraseBook.Entry] = []
        for entry in try tree["circumstances"].list {
            try entry.allow(only: ["name", "share", "source", "wider", "phrases"])
            let narrowing = try Narrowing(entry)
            guard !circumstances.contains(where: { $0.name == narrowing.name }) else {
                throw entry.problem("“\(narrowing.name)” stands here twice", "Make one entry of both.")
            }
            for phrase in try phrases.phrases(try entry["phrases"]) { entries.append((phrase, circumstances.count)) }
            circumstances.append(narrowing)
        }
        self.circumstances = circumstances
        book = PhraseBook(entries, spellings: phrases.spellings)

        let words = try tree["age_words"]
        try words.allow(only: ["before", "after"])
        wordsBeforeAge = Set(try words["before"].text.split(separator: " ").map(String.init))
        wordsAfterAge = Set(try words["after"].text.split(separator: " ").map(String.init))
        ages = try tree["ages"].list.map { entry throws(FactProblem) in
            try entry.allow(only: ["name", "from", "to", "share", "source", "wider"])
            let (from, to) = (try entry["from"].int(in: 0...30), try entry["to"].int(in: 0...30))
            guard from <= to else { throw entry.problem("\(from) to \(to) is no range", "Write the smaller first.") }
            return Age(years: from...to, narrowing: try Narrowing(entry))
        }
        var kinds: [IdentifierKind: Narrowing] = [:]
        for entry in try tree["left_in"].list {
            try entry.allow(only: ["name", "kinds", "share", "source", "wider"])
            let narrowing = try Narrowing(entry)
            for kind in try entry["kinds"].list { kinds[try kind.choice(of: IdentifierKind.self)] = narrowing }
        }
        self.kinds = kinds
    }
}

extension RarityRules.Narrowing {
    fileprivate init(_ entry: FactTree) throws(FactProblem) {
        self.init(
            name: try entry["name"].text, share: try entry["share"].share, source: try entry["source"].text,
            wider: try entry.optional("wider")?.text)
    }
}

extension FactTree {
    /// A number above 0 and at most 1.
    fileprivate var share: Double {
        get throws(FactProblem) {
            let share = try number
            guard share > 0, share <= 1 else {
                throw problem("\(share) is no share", "Write a number above 0 and at most 1, such as 0.02.")
            }
            return share
        }
    }
}
