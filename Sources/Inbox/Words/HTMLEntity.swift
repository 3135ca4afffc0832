/// A character reference of HTML, such as `&pound;` or `&#8217;`.
struct HTMLEntity {
    let text: String
    /// The place after it.
    let end: Int

    private static let longest = 12

    /// Nil when the `&` at `start` is only a sign, or the name is not known.
    init?(_ html: [UInt8], at start: Int) {
        var place = start + 1
        let limit = min(start + Self.longest, html.count)
        while place < limit, html[place].isASCIILetter || html[place].isASCIIDigit || html[place] == UInt8(ascii: "#") {
            place += 1
        }
        let name = String(decoding: html[(start + 1)..<place], as: UTF8.self)
        let isClosed = place < html.count && html[place] == UInt8(ascii: ";")
        let text: String? =
            if name.hasPrefix("#x") || name.hasPrefix("#X") {
                Self.scalar(UInt32(name.dropFirst(2), radix: 16))
            } else if name.hasPrefix("#") {
                Self.scalar(UInt32(name.dropFirst()))
            } else {
                Self.named[name].flatMap { isClosed || Self.mayBeOpen(name, $0) ? $0 : nil }
            }
        guard let text else { return nil }
        self.text = text
        end = isClosed ? place + 1 : place
    }

    /// Browsers read the names of HTML 2 without their semicolon: the signs of HTML itself, and the letters of Latin-1.
    private static func mayBeOpen(_ name: String, _ text: String) -> Bool {
        if ["amp", "lt", "gt", "quot", "nbsp", "shy"].contains(name) { return true }
        guard let letter = text.unicodeScalars.first else { return false }
        return (0xA1...0xFF).contains(letter.value) && name != "half"
    }

    /// Controls are no letters; those of windows-1252 stand for its letters, as in browsers.
    private static func scalar(_ value: UInt32?) -> String? {
        guard let value else { return nil }
        switch value {
        case 0x09, 0x0A, 0x0D: return " "
        case 0x80..<0xA0: return windows[Int(value - 0x80)]
        case 0xA0: return " "
        case 0xAD: return ""
        case 0x20...: return Unicode.Scalar(value).map { String(Character($0)) }
        default: return nil
        }
    }

    private static let windows: [String?] = [
        "€", nil, "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", nil, "Ž", nil,
        nil, "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", nil, "ž", "Ÿ",
    ]

    private static let named: [String: String] = {
        var named = ["nbsp": " ", "ensp": " ", "emsp": " ", "thinsp": " ", "NewLine": " ", "Tab": " ", "shy": ""]
        for line in table.split(separator: "\n") {
            let words = line.split(separator: " ")
            for pair in stride(from: 0, to: words.count - 1, by: 2) {
                named[String(words[pair])] = String(words[pair + 1])
            }
        }
        named["zwnj"] = "\u{200C}"
        named["zwj"] = "\u{200D}"
        named["lrm"] = "\u{200E}"
        named["rlm"] = "\u{200F}"
        return named
    }()

    /// The names of HTML 4 and the commoner ones of HTML 5.
    private static let table = """
        amp & lt < gt > quot " apos ' AMP & LT < GT > QUOT " num # percnt % dollar $ commat @ ast * plus + comma , period .
        colon : semi ; equals = quest ? excl ! lpar ( rpar ) lsqb [ rsqb ] lcub { rcub } lowbar _ sol / bsol \\ verbar | vert | grave ` Hat ^
        iexcl ¡ cent ¢ pound £ curren ¤ yen ¥ brvbar ¦ sect § uml ¨ copy © COPY © ordf ª laquo « not ¬ reg ® REG ® macr ¯
        deg ° plusmn ± sup1 ¹ sup2 ² sup3 ³ acute ´ micro µ para ¶ middot · cedil ¸ ordm º raquo » frac14 ¼ frac12 ½
        half ½ frac34 ¾ iquest ¿ times × divide ÷
        Agrave À Aacute Á Acirc Â Atilde Ã Auml Ä Aring Å AElig Æ Ccedil Ç Egrave È Eacute É Ecirc Ê Euml Ë
        Igrave Ì Iacute Í Icirc Î Iuml Ï ETH Ð Ntilde Ñ Ograve Ò Oacute Ó Ocirc Ô Otilde Õ Ouml Ö Oslash Ø
        Ugrave Ù Uacute Ú Ucirc Û Uuml Ü Yacute Ý THORN Þ szlig ß
        agrave à aacute á acirc â atilde ã auml ä aring å aelig æ ccedil ç egrave è eacute é ecirc ê euml ë
        igrave ì iacute í icirc î iuml ï eth ð ntilde ñ ograve ò oacute ó ocirc ô otilde õ ouml ö oslash ø
        ugrave ù uacute ú ucirc û uuml ü yacute ý thorn þ yuml ÿ Yuml Ÿ OElig Œ oelig œ fnof ƒ circ ˆ tilde ˜
        Scaron Š scaron š Zcaron Ž zcaron ž Ccaron Č ccaron č Cacute Ć cacute ć Dstrok Đ dstrok đ Lstrok Ł lstrok ł
        Aogon Ą aogon ą Eogon Ę eogon ę Nacute Ń nacute ń Sacute Ś sacute ś Zacute Ź zacute ź Zdot Ż zdot ż
        Abreve Ă abreve ă Scedil Ş scedil ş Tcedil Ţ tcedil ţ Gbreve Ğ gbreve ğ Idot İ imath ı inodot ı
        Rcaron Ř rcaron ř Ecaron Ě ecaron ě Dcaron Ď dcaron ď Tcaron Ť tcaron ť Ncaron Ň ncaron ň Uring Ů uring ů
        Odblac Ő odblac ő Udblac Ű udblac ű Amacr Ā amacr ā Emacr Ē emacr ē Imacr Ī imacr ī Umacr Ū umacr ū
        Edot Ė edot ė Iogon Į iogon į Uogon Ų uogon ų Wcirc Ŵ wcirc ŵ Ycirc Ŷ ycirc ŷ
        Alpha Α Beta Β Gamma Γ Delta Δ Epsilon Ε Zeta Ζ Eta Η Theta Θ Iota Ι Kappa Κ Lambda Λ Mu Μ Nu Ν Xi Ξ Omicron Ο
        Pi Π Rho Ρ Sigma Σ Tau Τ Upsilon Υ Phi Φ Chi Χ Psi Ψ Omega Ω
        alpha α beta β gamma γ delta δ epsilon ε zeta ζ eta η theta θ iota ι kappa κ lambda λ mu μ nu ν xi ξ omicron ο
        pi π rho ρ sigmaf ς sigma σ tau τ upsilon υ phi φ chi χ psi ψ omega ω
        ndash – mdash — horbar ― lsquo ‘ rsquo ’ sbquo ‚ ldquo “ rdquo ” bdquo „ dagger † Dagger ‡ bull • bullet •
        hellip … mldr … permil ‰ prime ′ Prime ″ lsaquo ‹ rsaquo › oline ‾ frasl ⁄ euro € image ℑ weierp ℘ real ℜ
        trade ™ alefsym ℵ larr ← uarr ↑ rarr → darr ↓ harr ↔ crarr ↵ lArr ⇐ uArr ⇑ rArr ⇒ dArr ⇓ hArr ⇔
        forall ∀ part ∂ exist ∃ empty ∅ nabla ∇ isin ∈ notin ∉ ni ∋ prod ∏ sum ∑ minus − lowast ∗ radic √ prop ∝
        infin ∞ ang ∠ and ∧ or ∨ cap ∩ cup ∪ int ∫ there4 ∴ sim ∼ cong ≅ asymp ≈ ne ≠ equiv ≡ le ≤ ge ≥
        sub ⊂ sup ⊃ nsub ⊄ sube ⊆ supe ⊇ oplus ⊕ otimes ⊗ perp ⊥ sdot ⋅ lceil ⌈ rceil ⌉ lfloor ⌊ rfloor ⌋ lang ⟨ rang ⟩
        loz ◊ spades ♠ clubs ♣ hearts ♥ diams ♦ check ✓ cross ✗ star ☆ starf ★ phone ☎ female ♀ male ♂
        """
}
