/// The line between two letters of a file, `--- message ---`, as people and their word processors write it.
///
/// Whatever turns dashes into longer ones, leaves out the blanks or counts the messages must not make one child of two:
/// “--message--”, “— Message 2 —” and “––– message –––” are dividers too.
enum LetterDivider {
    static func isIn(_ line: String) -> Bool {
        let scalars = line.unicodeScalars.filter { !$0.properties.isWhitespace && $0 != "\u{0}" }
        guard scalars.count < 60 else { return false }
        let before = scalars.prefix(while: isDash)
        let behind = scalars.reversed().prefix(while: isDash)
        guard isLongEnough(before), isLongEnough(behind), scalars.count > before.count + behind.count else {
            return false
        }
        let word = String(String.UnicodeScalarView(scalars.dropFirst(before.count).dropLast(behind.count))).lowercased()
        return word.hasPrefix("message") && word.dropFirst(7).allSatisfy { $0.isWholeNumber || "#.:".contains($0) }
    }

    /// One hyphen begins a list; two, or one long dash, part.
    private static func isLongEnough(_ dashes: some Sequence<Unicode.Scalar>) -> Bool {
        dashes.reduce(0) { $0 + ($1 == "-" ? 1 : 2) } >= 2
    }

    private static func isDash(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .dashPunctuation
    }
}

extension ArraySlice<UInt8> {
    /// With the dashes of Windows-1252, which are no UTF-8, as hyphens.
    var withDashes: [UInt8] {
        guard contains(where: { $0 == 0x96 || $0 == 0x97 }), !contains(0xE2) else { return Array(self) }
        return flatMap { $0 == 0x96 || $0 == 0x97 ? Array("--".utf8) : [$0] }
    }
}
