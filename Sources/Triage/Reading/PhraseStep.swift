/// One place in a phrase: the words that may stand there, and how far from the place before.
struct PhraseStep: Hashable {
    /// Index into the phrase book's elements.
    let element: Int
    /// How many other words may stand between the step before and this one.
    let reach: Int
}

/// A phrase as moderators write it, taken apart.
///
/// `word` is that word, `hurt*` begins with it, `a|b` is either, `@name` any of a group, `...` up to four words in
/// between. “@he ... has|got ... @weapon” finds “he said he has a big knife”.
struct WrittenPhrase {
    enum Problem: Error {
        case isEmpty
        case unknownGroup(String)
        case gapAtAnEnd
        case shortStem(String)
    }

    /// For each step the words, a star behind a beginning, and the reach before it.
    let steps: [(words: [String], reach: Int)]

    static let gap = 4

    init(_ text: String, groups: [String: [String]]) throws(Problem) {
        var steps: [(words: [String], reach: Int)] = []
        var reach = 0
        for part in text.split(whereSeparator: \.isWhitespace) {
            if part == "..." {
                reach += Self.gap
                continue
            }
            var words: [String] = []
            for choice in part.split(separator: "|") {
                if choice.hasPrefix("@") {
                    guard let group = groups[String(choice.dropFirst())] else {
                        throw .unknownGroup(String(choice))
                    }
                    words += group
                } else {
                    words.append(String(choice))
                }
            }
            for word in words
            where word.hasSuffix("*") && word.count < 3 && !word.allSatisfy({ $0.isNumber || $0 == "*" }) {
                throw .shortStem(word)
            }
            steps.append((words, reach))
            reach = 0
        }
        guard let first = steps.first else { throw .isEmpty }
        guard first.reach == 0, reach == 0 else { throw .gapAtAnEnd }
        self.steps = steps
    }
}
