package import Concerns
internal import Foundation

/// How an original looks inside its seal.
package struct SealedForm: Codable {
    package static let keyPurpose = "earshot concern key 1"
    /// For keys that share an encapsulation with others; see ``SharedEnvelope``.
    package static let sharedKeyPurpose = "earshot concern keys stored together 1"

    package static func purpose(_ concern: ConcernID) -> String { "earshot original 1 \(concern)" }

    private let words: String
    private let council: String?
    private let areas: [JudgementArea]
    private let ageBand: AgeBand?
    private let language: String?
    private let children: Int?
    private let saidOn: String?
    private let quoted: String?
    private let signature: String?
    private let attachments: [String]?

    package init(_ told: Told) {
        words = told.original.words
        council = told.councilTyped
        areas = told.areas
        ageBand = told.ageBand
        language = told.language
        children = told.children
        saidOn = told.saidOn?.description
        quoted = told.parted?.quoted
        signature = told.parted?.signature
        attachments = told.parted?.attachments
    }

    package var told: Told {
        Told(
            Original(words), councilTyped: council, areas: areas, ageBand: ageBand, language: language,
            children: children, saidOn: saidOn.flatMap { try? Day($0) },
            parted: PartedText(quoted: quoted, signature: signature, attachments: attachments ?? []))
    }

    var encoded: Data { get throws { try JSONEncoder().encode(self) } }
}

/// How the source of a message that nobody could read looks inside its seal: its bytes, padded.
package enum SealedSource {
    package static let keyPurpose = "earshot quarantine key 1"

    package static func purpose(_ quarantined: ConcernID) -> String { "earshot quarantine 1 \(quarantined)" }
}
