import Concerns
import Foundation
import Sealing
import Store
import Unsealing

/// What was passed on to those who can protect someone; it stands in the record closed.
struct PassedOn: Sendable {
    let route: DeskCode
    let words: String
    /// The number that the police or the council gave it; empty where there is none yet.
    let reference: String

    /// How it looks inside its seal; the route stands beside it.
    private struct Form: Codable {
        let words: String
        let reference: String
    }

    init(route: DeskCode, words: String, reference: String) {
        self.route = route
        self.words = words
        self.reference = reference
    }

    /// - Throws: ``OriginalUnreadable``, or an error of decoding when it was changed.
    init?(_ record: SafeguardingRecord, with opener: NoteOpener) throws {
        guard let note = record.note else { return nil }
        let form = try JSONDecoder().decode(Form.self, from: opener.open(note.closed, as: .record, of: record.id))
        self.init(route: record.route, words: form.words, reference: form.reference)
    }

    /// - Throws: ``TooLongToSeal``, or a CryptoKit error when the machine's random source fails.
    func record(passesIdentity: Bool, by sealer: Sealer) throws -> NewSafeguardingRecord {
        var random = SystemRandomNumberGenerator()
        let id = ConcernID(using: &random)
        let form = try JSONEncoder().encode(Form(words: words, reference: reference))
        return NewSafeguardingRecord(
            id: id, route: route, note: SealedNote(try sealer.seal(form, as: .record, of: id)),
            passesIdentity: passesIdentity)
    }
}

extension SealedNote {
    init(_ closed: SealedOriginal) { self.init(sealed: closed.words, key: closed.key) }

    var closed: SealedOriginal { SealedOriginal(words: sealed, key: key) }
}
