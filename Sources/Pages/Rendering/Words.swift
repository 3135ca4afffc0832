/// The words of all pages in one language, by key.
package struct Words: Sendable {
    package let language: Language
    package let entries: [String: String]
    /// Words that change with a number, by key.
    package let counted: [String: [PluralForm: String]]
    /// The same words in English, where nobody has checked these yet; lines that keep someone safe stand beside them.
    package let english: [String: String]?

    package init(
        language: Language, entries: [String: String], counted: [String: [PluralForm: String]] = [:],
        english: [String: String]? = nil
    ) {
        self.language = language
        self.entries = entries
        self.counted = counted
        self.english = english
    }

    /// The words under `key`; the key itself where there are none, so that a gap is seen and nobody is left without an answer.
    ///
    /// `{name}` in the words is replaced by the value of that name.
    package func callAsFunction(_ key: String, _ values: [String: String] = [:]) -> String {
        Self.filled(entries[key] ?? key, values)
    }

    /// The words under `key` in the form that goes with `count`, which stands for `{count}` in them.
    package func callAsFunction(_ key: String, count: Int) -> String {
        let forms = counted[key] ?? [:]
        let words = forms[PluralForm(of: count, in: language.code)] ?? forms[.other] ?? key
        return Self.filled(words, ["count": "\(count)"])
    }

    private static func filled(_ words: String, _ values: [String: String]) -> String {
        values.reduce(words) { $0.replacing("{\($1.key)}", with: $1.value) }
    }
}
