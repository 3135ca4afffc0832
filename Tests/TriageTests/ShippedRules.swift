import Concerns
import TestSupport
import Triage

/// The moderation files as they are shipped.
enum ShippedRules {
    static func files() throws -> [String: String] {
        try Project.texts(under: "Moderation", endings: [".yaml", ".txt"])
    }

    /// Read once: hundreds of tests ask the same rules.
    static let triage = Result { Triage(rules: try ModerationRules(files: files())) }

    static func suggestion(_ words: String, by channel: Channel = .web) throws -> Suggestion {
        try triage.get().suggestion(for: Original(words), channel: channel)
    }

    /// What would be covered, as text.
    static func covered(_ words: String) throws -> [String] {
        let scalars = Array(words.unicodeScalars)
        return try suggestion(words).redactions.map { redaction in
            String(String.UnicodeScalarView(scalars[redaction.scalars]))
        }
    }
}
