/// The words of all pages in one language, by key.
package struct Words: Sendable {
    /// BCP 47, such as `en`.
    package let language: String
    package let entries: [String: String]

    package init(language: String, entries: [String: String]) {
        self.language = language
        self.entries = entries
    }

    /// `rtl` for languages written from right to left.
    package var direction: String { ["ar", "fa", "ps", "ckb"].contains(language) ? "rtl" : "ltr" }

    /// The words under `key`; the key itself where there are none, so that a gap is seen and nobody is left without an answer.
    ///
    /// `{name}` in the words is replaced by the value of that name.
    package func callAsFunction(_ key: String, _ values: [String: String] = [:]) -> String {
        values.reduce(entries[key] ?? key) { $0.replacing("{\($1.key)}", with: $1.value) }
    }
}
