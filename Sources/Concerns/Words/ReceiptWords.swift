/// The list of 2,048 words that receipts are written in.
///
/// The first four letters of each word are its own, so that a word is known by them. The list never changes once a
/// receipt has been given out. How something typed is read as a receipt is in `ReceiptWords+Typed.swift`.
package struct ReceiptWords: Sendable {
    package static let count = 2048
    /// Letters enough to know a word by.
    static let startLength = 4
    static let wordLengths = 3...8

    private let words: [String]
    /// The words as their letters, lower-case `a` to `z` in ASCII.
    let letters: [[UInt8]]
    let indexByStart: [ArraySlice<UInt8>: Int]

    /// - Parameter lines: one word a line, lower-case `a` to `z`, 3 to 8 letters; blank lines are passed over.
    /// - Throws: ``ReceiptWordsProblem`` naming the first line that cannot be used.
    package init(lines text: String) throws(ReceiptWordsProblem) {
        var words: [String] = []
        var starts: [ArraySlice<UInt8>: Int] = [:]
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let word = String(line)
            if word.isEmpty { continue }
            guard Self.wordLengths.contains(word.utf8.count), word.utf8.allSatisfy({ (97...122).contains($0) }) else {
                throw .init(line: number + 1, says: "“\(word)” is not a word of 3 to 8 lower-case letters")
            }
            let start = Array(word.utf8).prefix(Self.startLength)
            guard starts.updateValue(words.count, forKey: start) == nil else {
                throw .init(
                    line: number + 1, says: "another word also begins with “\(word.prefix(Self.startLength))”")
            }
            words.append(word)
        }
        guard words.count == Self.count else {
            throw .init(line: 0, says: "there are \(words.count) words; there must be \(Self.count)")
        }
        self.words = words
        letters = words.map { Array($0.utf8) }
        indexByStart = starts
    }

    /// The receipt as a young person copies it: seven words with a space between them.
    package func text(of receipt: Receipt) -> String {
        receipt.indices.map { words[$0] }.joined(separator: " ")
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
