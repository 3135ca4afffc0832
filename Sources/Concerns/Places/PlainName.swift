import Foundation

/// A name as it is compared: case, accents, spaces, hyphens, stops and apostrophes make no difference.
///
/// “St. Helens”, “saint helens” and “ST-HELENS” are one name, and so are “Telford & Wrekin” and “telford and wrekin”.
package struct PlainName: Sendable {
    /// In lower case, each of letters and digits only.
    let words: [String]

    init(words: some Sequence<String>) { self.words = Array(words) }

    package init(_ text: String) {
        let folded = text.folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
        var spaced = ""
        for character in folded.lowercased() {
            if character.isLetter || character.isNumber {
                spaced.append(character)
            } else if Self.ands.contains(character) {
                spaced += " and "
            } else if !Self.silent.contains(character) {
                spaced.append(" ")
            }
        }
        words = spaced.split(separator: " ").map { $0 == "saint" ? "st" : String($0) }
    }

    /// What two spellings of one name share; empty where there is neither a letter nor a digit.
    ///
    /// The words without the spaces between them, which people put where they like: “Milton Keynes”, “miltonkeynes”.
    package var key: String { words.joined() }

    private static let ands: Set<Character> = ["&", "+"]
    /// What stands inside a word without parting it.
    private static let silent: Set<Character> = [".", "'", "’", "‘", "`", "´", "ʼ", "\u{200B}", "\u{200E}", "\u{200F}"]
}
