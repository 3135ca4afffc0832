import Concerns
import Foundation
import Sealing
import TestSupport
import Testing
import Unsealing

struct SealingTests {
    let team: TeamPrivateKey
    let sealer: Sealer
    let id = ConcernID(of: 1)

    init() throws {
        team = try TeamPrivateKey.generate()
        sealer = Sealer(teamKey: try team.publicKey)
    }

    @Test(arguments: ["x", "I feel unsafe", "أنا خائف 🙂", String(repeating: "Long. ", count: 1_600)])
    func `what is sealed comes back whole, with the council as it was typed`(words: String) throws {
        let sealed = try sealer.seal(Told(Original(words), councilTyped: "sandwel"), of: id)
        let told = try OriginalOpener(teamKey: team).open(sealed, of: id)
        #expect(told.original.words == words)
        #expect(told.councilTyped == "sandwel")
    }

    @Test func `sealed words hold none of what was said, and two seals of the same words differ`() throws {
        let told = Told(Original("my name is Kayleigh"))
        let one = try sealer.seal(told, of: id)
        #expect(one.words.range(of: Data("Kayleigh".utf8)) == nil)
        #expect(try sealer.seal(told, of: id).words != one.words)
    }

    @Test func `short messages all have the same size`() throws {
        let sizes = try ["a", "help", String(repeating: "word ", count: 150)].map {
            try sealer.seal(Told(Original($0)), of: id).words.count
        }
        #expect(Set(sizes).count == 1)
    }

    @Test func `another team's key, another concern's id and changed bytes all fail to open`() throws {
        let sealed = try sealer.seal(Told(Original("hello")), of: id)
        let opener = OriginalOpener(teamKey: team)
        #expect(throws: OriginalUnreadable.self) {
            try OriginalOpener(teamKey: .generate()).open(sealed, of: id)
        }
        #expect(throws: OriginalUnreadable.self) { try opener.open(sealed, of: ConcernID(of: 2)) }
        for place in stride(from: 0, to: sealed.words.count, by: 97) {
            var words = sealed.words
            words[place] ^= 1
            #expect(throws: OriginalUnreadable.self) {
                try opener.open(SealedOriginal(words: words, key: sealed.key), of: id)
            }
        }
        #expect(throws: OriginalUnreadable.self) {
            try opener.open(SealedOriginal(words: Data(), key: Data()), of: id)
        }
    }
}
