/// A character reference of HTML, such as `&pound;` or `&#8217;`.
struct HTMLEntity {
    let text: String
    /// The place after it.
    let end: Int

    /// Nil when the `&` at `start` is only a sign, or the name is not known.
    init?(_ html: [UInt8], at start: Int) {
        let window = html[(start + 1)..<min(start + 12, html.count)]
        guard let semicolon = window.firstIndex(of: UInt8(ascii: ";")) else { return nil }
        let name = String(decoding: window[..<semicolon], as: UTF8.self)
        if name.hasPrefix("#x") || name.hasPrefix("#X") {
            guard let text = Self.scalar(UInt32(name.dropFirst(2), radix: 16)) else { return nil }
            self.text = text
        } else if name.hasPrefix("#") {
            guard let text = Self.scalar(UInt32(name.dropFirst())) else { return nil }
            self.text = text
        } else {
            guard let text = Self.named[name] else { return nil }
            self.text = text
        }
        end = semicolon + 1
    }

    private static func scalar(_ value: UInt32?) -> String? {
        guard let value, value >= 0x20, let scalar = Unicode.Scalar(value) else { return nil }
        return value == 0xA0 ? " " : String(Character(scalar))
    }

    private static let named: [String: String] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "pound": "£", "euro": "€",
        "hellip": "…", "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”", "ndash": "–", "mdash": "—", "bull": "•",
        "middot": "·", "deg": "°", "frac12": "½", "copy": "©", "reg": "®", "trade": "™", "shy": "", "zwnj": "\u{200C}",
        "zwj": "\u{200D}", "lrm": "\u{200E}", "rlm": "\u{200F}", "eacute": "é", "egrave": "è", "ecirc": "ê",
        "euml": "ë", "aacute": "á", "agrave": "à", "acirc": "â", "auml": "ä", "iacute": "í", "icirc": "î", "iuml": "ï",
        "oacute": "ó", "ocirc": "ô", "ouml": "ö", "uacute": "ú", "ucirc": "û", "uuml": "ü", "ccedil": "ç",
        "ntilde": "ñ", "szlig": "ß",
    ]
}
