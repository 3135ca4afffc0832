/// Text that PGP put between lines of its own (RFC 9580, 6.2 and 7).
enum ArmouredText {
    static func isEncrypted(_ text: String) -> Bool { text.holds("-----BEGIN PGP MESSAGE-----") }

    /// Signed text without its armour; any other as it is.
    static func withoutSignature(_ text: String) -> String {
        guard text.holds("-----BEGIN PGP SIGNED MESSAGE-----") else { return text }
        var kept: [Substring] = []
        enum Place { case outside, head, within, signature }
        var place = Place.outside
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            switch place {
            case .outside where line.hasPrefix("-----BEGIN PGP SIGNED MESSAGE-----"): place = .head
            case .outside: kept.append(line)
            case .head: if line.allSatisfy(\.isWhitespace) { place = .within }
            case .within where line.hasPrefix("-----BEGIN PGP SIGNATURE-----"): place = .signature
            case .within: kept.append(line.hasPrefix("- ") ? line.dropFirst(2) : line)
            case .signature: if line.hasPrefix("-----END PGP SIGNATURE-----") { place = .outside }
            }
        }
        // A signature that never ends would take all below it along.
        return place == .outside || place == .within ? kept.joined(separator: "\n") : text
    }
}

extension String {
    fileprivate func holds(_ words: String) -> Bool {
        let words = Array(words.utf8)
        return utf8.withContiguousStorageIfAvailable { $0.place(of: words, from: 0) != nil }
            ?? (Array(utf8)[...].place(of: words) != nil)
    }
}
