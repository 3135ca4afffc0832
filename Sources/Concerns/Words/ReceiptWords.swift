/// The list of 2,048 words that receipts are written in.
///
/// The first four letters of each word are its own, so that a word is known by them. The list never changes once a
/// receipt has been given out.
package struct ReceiptWords: Sendable {
    package static let count = 2048

    private let words: [String]
    private let indexByStart: [Substring: Int]

    /// - Parameter lines: one word a line, lower-case `a` to `z`, 3 to 8 letters; blank lines are passed over.
    /// - Throws: ``ReceiptWordsProblem`` naming the first line that cannot be used.
    package init(lines text: String) throws(ReceiptWordsProblem) {
        var words: [String] = []
        var starts: [Substring: Int] = [:]
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let word = String(line)
            if word.isEmpty { continue }
            guard (3...8).contains(word.utf8.count), word.utf8.allSatisfy({ (97...122).contains($0) }) else {
                throw .init(line: number + 1, says: "“\(word)” is not a word of 3 to 8 lower-case letters")
            }
            guard starts.updateValue(words.count, forKey: word.prefix(4)) == nil else {
                throw .init(line: number + 1, says: "another word also begins with “\(word.prefix(4))”")
            }
            words.append(word)
        }
        guard words.count == Self.count else {
            throw .init(line: 0, says: "there are \(words.count) words; there must be \(Self.count)")
        }
        self.words = words
        indexByStart = starts
    }

    /// The receipt as a young person copies it: seven words with a space between them.
    package func text(of receipt: Receipt) -> String {
        receipt.indices.map { words[$0] }.joined(separator: " ")
    }

    /// The receipt that someone typed, or nil when it cannot be one.
    ///
    /// Case, spaces, line ends, hyphens, commas, full stops and invisible marks of direction do not matter, and a word
    /// is known by its first four letters.
    package func receipt(typed text: String) -> Receipt? {
        var letters = ""
        for scalar in text.lowercased().unicodeScalars {
            switch scalar {
            case "a"..."z": letters.unicodeScalars.append(scalar)
            case "\u{200B}"..."\u{200F}", "\u{202A}"..."\u{202E}", "\u{2060}"..."\u{2069}", "\u{FEFF}": continue
            default: letters.append(" ")
            }
        }
        let typed = letters.split(separator: " ")
        guard typed.count == Receipt.wordCount else { return nil }
        let indices = typed.compactMap(index)
        return indices.count == Receipt.wordCount ? Receipt(indices: indices) : nil
    }

    private func index(of typed: Substring) -> Int? {
        guard let index = indexByStart[typed.prefix(4)] else { return nil }
        return words[index].count < 4 && typed.count > 3 ? nil : index
    }
}

/// Why a list of receipt words cannot be used.
package struct ReceiptWordsProblem: Error, Equatable, CustomStringConvertible {
    /// 1 for the first line; 0 when it is the whole list.
    package let line: Int
    package let says: String

    package var description: String {
        "receipt-words.txt\(line > 0 ? ":\(line)" : ""): \(says). Put back the list that Earshot came with."
    }
}
