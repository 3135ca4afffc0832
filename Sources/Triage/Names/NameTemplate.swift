/// A kind of context that the model has weights for: which words it looks at, and what of them.
struct NameTemplate {
    enum Part {
        /// The word so many places on.
        case word(Int)
        case wordClass(Int)
        /// Its first or last letters.
        case start(Int)
        case end(Int)
        /// Its capitals, digits and length.
        case shape(Int)
        /// What stands between a word and the next, from so many places on.
        case gap(Int)
        /// What the rules found there.
        case rule(Int)
        /// What was seen of the same word elsewhere in the message.
        case elsewhere
        /// How the message as a whole is written.
        case writing

        static let slotCount = 12
        /// Templates look so many words back, and one less ahead.
        static let reach = 3

        /// Which of a word's atoms it is.
        var slot: Int {
            switch self {
            case .word: 0
            case .wordClass: 1
            case .shape: 2
            case .gap: 3
            case .rule: 4
            case .start(let count): 3 + count
            case .end(let count): 5 + count
            case .elsewhere: 10
            case .writing: 11
            }
        }

        /// How many words on; 0 for the word itself.
        var offset: Int {
            switch self {
            case .word(let offset), .wordClass(let offset), .shape(let offset), .gap(let offset), .rule(let offset):
                offset
            case .start, .end, .elsewhere, .writing: 0
            }
        }
    }

    let parts: [Part]

    init(_ parts: Part...) { self.parts = parts }

    /// ``steps`` end to end, each with how many follow before it.
    static let flatSteps: [Int] = steps.flatMap { [$0.count] + $0 }

    /// For each template the places of its parts among the atoms of a message, counted from a word's own; see
    /// ``NameContexts/atoms``.
    static let steps: [[Int]] = all.map { template in template.parts.map { $0.offset * Part.slotCount + $0.slot } }

    /// In an order that the file of weights relies on: add at the end.
    static let all: [NameTemplate] = [
        .init(.writing), .init(.wordClass(0)), .init(.wordClass(0), .writing), .init(.word(0)), .init(.shape(0)),
        .init(.shape(0), .wordClass(0), .writing), .init(.start(2)), .init(.start(3)), .init(.end(2)), .init(.end(3)),
        .init(.end(4)), .init(.rule(0)), .init(.rule(0), .wordClass(0)), .init(.rule(-1), .rule(0)),
        .init(.rule(0), .rule(1)), .init(.rule(0), .shape(0)),
        .init(.word(-1)), .init(.word(1)), .init(.word(-2)), .init(.word(2)),
        .init(.word(-1), .wordClass(0)), .init(.wordClass(0), .word(1)), .init(.word(-2), .word(-1)),
        .init(.word(-2), .word(-1), .wordClass(0)), .init(.word(1), .word(2), .wordClass(0)),
        .init(.word(-1), .word(1), .wordClass(0)), .init(.word(-3), .wordClass(0)),
        .init(.wordClass(-1), .wordClass(0)), .init(.wordClass(0), .wordClass(1)),
        .init(.wordClass(-1), .wordClass(0), .wordClass(1)), .init(.wordClass(-2), .wordClass(-1), .wordClass(0)),
        .init(.wordClass(0), .wordClass(1), .wordClass(2)), .init(.wordClass(-2), .wordClass(0)),
        .init(.wordClass(0), .wordClass(2)), .init(.gap(-1), .wordClass(0)), .init(.gap(0), .wordClass(0)),
        .init(.gap(-1), .gap(0), .wordClass(0), .wordClass(-1)), .init(.shape(-1), .shape(0), .shape(1)),
        .init(.elsewhere, .wordClass(0)), .init(.shape(0), .word(-1)), .init(.shape(0), .word(1)),
        .init(.shape(0), .gap(-1), .wordClass(-1)),
    ]
}
