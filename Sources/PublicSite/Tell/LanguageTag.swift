/// A language by its code.
///
/// Shape: BCP 47 as far as letters tell: two or three letters, then parts of one to eight letters or digits after hyphens;
/// at most 35 characters.
struct LanguageTag: Hashable, Sendable, CustomStringConvertible {
    let description: String

    init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard text.utf8.count <= 35, let first = parts.first, (2...3).contains(first.count),
            first.allSatisfy({ $0.isASCII && $0.isLetter }),
            parts.dropFirst().allSatisfy({ part in
                (1...8).contains(part.count) && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
            })
        else { return nil }
        description = text
    }
}
