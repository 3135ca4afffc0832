/// The forms that counted words take in the languages of the world (Unicode CLDR, plural rules for cardinal numbers).
package enum PluralForm: String, CaseIterable, Hashable, Sendable {
    case zero, one, two, few, many, other

    /// The form that a whole number asks for in a language.
    ///
    /// Source: CLDR 44, `plurals.xml`, for the languages that Earshot ships; one and other for any other language.
    package init(of number: Int, in language: String) {
        let number = abs(number)
        self =
            switch language {
            case "ar": Self.arabic(number)
            case "cy": Self.welsh(number)
            case "pl": Self.polish(number)
            case "vi": .other
            case "fa", "ti": number <= 1 ? .one : .other
            default: number == 1 ? .one : .other
            }
    }

    /// All forms that whole numbers take in a language; a word file must have each of them.
    package static func all(in language: String) -> Set<PluralForm> {
        Set((0...200).map { PluralForm(of: $0, in: language) })
    }

    private static func arabic(_ number: Int) -> PluralForm {
        switch (number, number % 100) {
        case (0, _): .zero
        case (1, _): .one
        case (2, _): .two
        case (_, 3...10): .few
        case (_, 11...99): .many
        default: .other
        }
    }

    private static func welsh(_ number: Int) -> PluralForm {
        switch number {
        case 0: .zero
        case 1: .one
        case 2: .two
        case 3: .few
        case 6: .many
        default: .other
        }
    }

    private static func polish(_ number: Int) -> PluralForm {
        if number == 1 { return .one }
        return (2...4).contains(number % 10) && !(12...14).contains(number % 100) ? .few : .many
    }
}
