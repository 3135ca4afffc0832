import FactFiles

/// One step of what to do when a message tells of danger.
package struct GuidanceStep: Hashable, Sendable {
    package let title: String
    package let words: String

    package init(title: String, words: String) {
        self.title = title
        self.words = words
    }

    static func all(in tree: FactTree) throws(FactProblem) -> [GuidanceStep] {
        try tree.allow(only: ["steps"])
        return try tree["steps"].list.map { entry throws(FactProblem) in
            try entry.allow(only: ["title", "words"])
            return GuidanceStep(title: try entry["title"].text, words: try entry["words"].text)
        }
    }
}
