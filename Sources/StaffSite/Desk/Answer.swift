/// What is sent to the holder of a receipt.
struct Answer: Sendable {
    /// In Unicode scalars: the page that it is read on has one size, whatever stands there.
    static let longest = 2_000

    let words: String
    /// Whether it asks the young person something.
    let asks: Bool
}
