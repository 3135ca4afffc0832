package import Concerns
import FactFiles

/// An answer a moderator can pick; a young person reads it with their receipt.
package struct Reply: Hashable, Sendable {
    /// What the log says was sent, such as `received-and-read`.
    package let key: String
    /// What the moderator sees in the list.
    package let title: String
    package let words: String
    /// Whether it asks the young person something, so that the page they read it on says so.
    package let asks: Bool
    /// Whether it says that inspectors are told what was written, so that it goes with no concern that is only counted.
    package let onlyWhereRead: Bool

    package init(key: String, title: String, words: String, asks: Bool = false, onlyWhereRead: Bool = false) {
        self.key = key
        self.title = title
        self.words = words
        self.asks = asks
        self.onlyWhereRead = onlyWhereRead
    }

    static func all(in tree: FactTree) throws(FactProblem) -> [Reply] {
        try tree.allow(only: ["replies"])
        var seen: Set<String> = []
        return try tree["replies"].list.map { entry throws(FactProblem) in
            try entry.allow(only: ["key", "title", "words", "asks", "only_where_read"])
            let key = try entry["key"].text
            guard seen.insert(key).inserted else {
                throw entry.problem("the key “\(key)” is used twice", "Give each reply a key of its own.")
            }
            return Reply(
                key: key, title: try entry["title"].text, words: try entry["words"].text,
                asks: try entry.optional("asks")?.flag ?? false,
                onlyWhereRead: try entry.optional("only_where_read")?.flag ?? false)
        }
    }

    /// Whether it says nothing untrue to someone who allowed this.
    package func fits(_ sharing: Sharing) -> Bool { sharing == .words || !onlyWhereRead }
}
