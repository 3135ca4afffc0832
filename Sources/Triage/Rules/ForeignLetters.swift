/// Letters that only languages have which the rules cannot read.
struct ForeignLetters {
    private let letters: Set<UInt32>
    /// Below the least of them no letter is looked up, which spares nearly all of most messages.
    private let least: UInt32

    init(_ letters: Set<UInt32>) {
        self.letters = letters
        least = letters.min() ?? .max
    }

    func areIn(_ text: [UInt32]) -> Bool { text.contains { $0 >= least && letters.contains($0) } }
}
