/// What was given on the command line where one of a few words was expected.
struct NotAChoice: Error, Equatable, CustomStringConvertible {
    let text: String
    let known: String

    var description: String { "“\(text)” is not known here. Use one of: \(known)." }
}

extension RawRepresentable where Self: CaseIterable, RawValue == String {
    /// All words there are, as help texts list them.
    static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }

    /// For an option's `transform:`.
    ///
    /// - Throws: ``NotAChoice`` naming the words there are.
    init(named text: String) throws(NotAChoice) {
        guard let choice = Self(rawValue: text) else { throw NotAChoice(text: text, known: Self.names) }
        self = choice
    }
}
