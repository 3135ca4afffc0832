/// One page of the way through the questions: the words first, then what may be skipped, one question a page.
///
/// A page is asked for by sending it all that was answered before; nothing is kept between two pages but in the form itself.
enum TellStep: String, CaseIterable, Sendable {
    case words, about, council, who, age, share, check

    /// Without the language's root.
    var address: String { "/tell/\(rawValue)" }

    /// The pages with a question that may be skipped.
    static let questions: [TellStep] = [.about, .council, .who, .age, .share]

    var next: TellStep? { Self.allCases.drop { $0 != self }.dropFirst().first }
    var previous: TellStep? { Self.allCases.prefix { $0 != self }.last }

    /// The fields that this page asks for itself; all others are carried along.
    var fields: Set<String> {
        switch self {
        case .words: ["message", Self.trap]
        case .about: ["area"]
        case .council: ["council", "authority", "asked"]
        case .who: ["who"]
        case .age: ["age_band"]
        case .share: ["share"]
        case .check: []
        }
    }

    /// A field that people do not see and programs fill in.
    static let trap = "website"

    /// All that is carried, in the order of the pages.
    static let carried = [
        "message", trap, "area", "council", "authority", "asked", "who", "age_band", "share", "language",
    ]
}
