import Concerns
import Foundation
import Sealing
import TestSupport
import Testing
import Unsealing

struct DeskNotesTests {
    @Test(arguments: DeskNoteKind.allCases)
    func `a note opens as what it was sealed as, and as nothing else`(kind: DeskNoteKind) throws {
        let teamKey = try TeamPrivateKey.generate()
        let (sealer, opener) = (Sealer(teamKey: try teamKey.publicKey), NoteOpener(teamKey: teamKey))
        let id = ConcernID(of: 1)
        let note = Data("The school rings back".utf8)
        let sealed = try sealer.seal(note, as: kind, of: id)
        #expect(try opener.open(sealed, as: kind, of: id) == note)
        #expect(sealed.words.range(of: note) == nil)
        for other in DeskNoteKind.allCases where other != kind {
            #expect(throws: OriginalUnreadable.self) { try opener.open(sealed, as: other, of: id) }
        }
        #expect(throws: OriginalUnreadable.self) { try opener.open(sealed, as: kind, of: ConcernID(of: 2)) }
        let stranger = NoteOpener(teamKey: try TeamPrivateKey.generate())
        #expect(throws: OriginalUnreadable.self) { try stranger.open(sealed, as: kind, of: id) }
    }

    @Test func `how long a note is does not show`() throws {
        let sealer = Sealer(teamKey: try TeamPrivateKey.generate().publicKey)
        let lengths = try ["", "x", String(repeating: "x", count: 900)].map {
            try sealer.seal(Data($0.utf8), as: .hold, of: ConcernID(of: 1)).words.count
        }
        #expect(Set(lengths).count == 1)
    }
}
