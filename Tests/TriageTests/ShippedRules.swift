import Concerns
import TestSupport
import Triage

/// The moderation files as they are shipped.
enum ShippedRules {
    static func files() throws -> [String: String] { try Project.texts(under: "Moderation", endings: [".yaml"]) }

    /// Read once: hundreds of tests ask the same rules.
    static let triage = Result { Triage(rules: try ModerationRules(files: files())) }

    static func suggestion(_ words: String, by channel: Channel = .web) throws -> Suggestion {
        try triage.get().suggestion(for: Original(words), channel: channel)
    }

    /// Read once, too.
    static let weights = Result {
        try TriageWeights(files: Project.texts(under: "Moderation", endings: [".txt"]))
    }

    /// By rules and weights together.
    static let weighedTriage = Result {
        Triage(rules: try ModerationRules(files: files()), weights: try weights.get())
    }

    static func weighed(_ words: String) throws -> Suggestion {
        try weighedTriage.get().suggestion(for: Original(words), channel: .web)
    }

    /// What rules and weights together would cover, as text.
    static func coveredByBoth(_ words: String) throws -> [String] {
        let scalars = Array(words.unicodeScalars)
        return try weighed(words).redactions.map { String(String.UnicodeScalarView(scalars[$0.scalars])) }
    }

    /// What would be covered, as text.
    static func covered(_ words: String) throws -> [String] {
        let scalars = Array(words.unicodeScalars)
        return try suggestion(words).redactions.map { redaction in
            String(String.UnicodeScalarView(scalars[redaction.scalars]))
        }
    }
}
