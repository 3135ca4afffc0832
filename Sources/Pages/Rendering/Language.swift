/// A language that the young people's pages can be read in.
package struct Language: Hashable, Sendable {
    /// BCP 47, such as `ckb`.
    package let code: String
    /// What the language calls itself: “کوردی”.
    package let name: String
    package let isRightToLeft: Bool
    /// Whether a person who speaks it has checked its words; lines that keep someone safe stand in English too until then.
    package let isChecked: Bool

    package init(code: String, name: String, isRightToLeft: Bool = false, isChecked: Bool = false) {
        self.code = code
        self.name = name
        self.isRightToLeft = isRightToLeft
        self.isChecked = isChecked
    }

    /// The language that all words are first written in.
    package static let english = Language(code: "en", name: "English", isChecked: true)

    /// What all addresses of its pages begin with: the choice of a language is in the address and nowhere else.
    ///
    /// Empty for English, else such as `/ar`.
    package var root: String { code == Self.english.code ? "" : "/\(code)" }

    /// As HTML's `dir`.
    package var direction: String { isRightToLeft ? "rtl" : "ltr" }
}
