/// Lists of single words by name, looked up once for each word of a message.
struct WordLists<Name: RawRepresentable & CaseIterable & Hashable & Sendable>: Sendable where Name.RawValue == String {
    private var tree = LetterTree()
    private var bits: [Name: UInt64] = [:]

    init(_ lists: [Name: [String]]) {
        for (number, name) in Name.allCases.enumerated() {
            bits[name] = 1 << UInt64(number)
            for word in lists[name, default: []] {
                let isBeginning = word.hasSuffix("*")
                let letters = PhraseBook.letters(isBeginning ? String(word.dropLast()) : word)
                tree.add(letters, element: number, isBeginning: isBeginning)
            }
        }
    }

    /// A bit for each list that holds the word.
    func lists(of letters: ArraySlice<UInt32>) -> UInt64 {
        var found: UInt64 = 0
        tree.visit(letters) { found |= 1 << UInt64($0) }
        return found
    }

    func bit(_ name: Name) -> UInt64 { bits[name] ?? 0 }
}
