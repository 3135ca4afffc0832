import Concerns
import Foundation
import Sealing
import TestSupport
import Testing
import Unsealing

@testable import earshot

struct TeamKeysTests {
    let folder: DataFolder
    let words: ReceiptWords

    init() throws {
        folder = try DataFolder(
            FileManager.default.temporaryDirectory.appending(path: "earshot-\(UUID().uuidString)").path)
        words = try ReceiptWords(lines: Project.text("Facts/receipt-words.txt"))
    }

    @Test func `the key pair is made once, and the recovery words open its private half`() throws {
        let made = try #require(try TeamKeys(in: folder, words: words) { true }.made)
        let again = try TeamKeys(in: folder, words: words) { false }
        #expect(again.made == nil)
        let opened = try TeamKeys.open(in: folder, recoveryWords: made.recoveryWords.uppercased(), words: words)
        #expect(try opened.publicKey.rawRepresentation == again.publicKey.rawRepresentation)
        #expect(throws: CommandFailure.self) {
            try TeamKeys.open(in: folder, recoveryWords: "not these words", words: words)
        }
    }

    @Test(arguments: ["team.public", "team.wrapped"])
    func `half a key pair is never replaced by a new one, which could not open what is waiting`(lost: String) throws {
        _ = try TeamKeys(in: folder, words: words) { true }
        try FileManager.default.removeItem(at: folder.url.appending(path: "keys/\(lost)"))
        let before = try FileManager.default.contentsOfDirectory(atPath: folder.url.appending(path: "keys").path)
        #expect(throws: CommandFailure.self) { try TeamKeys(in: folder, words: words) { true } }
        let after = try FileManager.default.contentsOfDirectory(atPath: folder.url.appending(path: "keys").path)
        #expect(Set(after) == Set(before))
    }

    @Test func `with words waiting and both halves lost no new pair is made`() throws {
        #expect(throws: CommandFailure.self) { try TeamKeys(in: folder, words: words) { false } }
        #expect(!FileManager.default.fileExists(atPath: folder.teamPublicKey.path))
    }
}
