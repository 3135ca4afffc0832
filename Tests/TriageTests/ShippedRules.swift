import Concerns
import Foundation
import Triage

/// The moderation files as they are shipped, found by walking up to the folder that holds the manifest.
enum ShippedRules {
    static func files(from file: String = #filePath) throws -> [String: String] {
        var folder = URL(fileURLWithPath: file).deletingLastPathComponent()
        while !FileManager.default.fileExists(atPath: folder.appending(path: "Moderation/urgency.yaml").path),
            folder.path != "/"
        {
            folder.deleteLastPathComponent()
        }
        var files: [String: String] = [:]
        for name in ModerationRules.fileNames {
            files[name] = try String(contentsOf: folder.appending(path: "Moderation/\(name)"), encoding: .utf8)
        }
        return files
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

/// A generator with a seed, so that a failure can be run again.
struct SplitMix64: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
