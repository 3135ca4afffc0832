import Concerns
import Foundation
import Sealing
import TestSupport
import Testing
import Unsealing

struct DueSealerTests {
    let team: TeamPrivateKey
    let sealer: DueSealer

    init() throws {
        team = try TeamPrivateKey.generate()
        sealer = try DueSealer(teamKey: try team.publicKey)
    }

    private func opener(with key: TeamPrivateKey) -> DueOpener {
        var opener = DueOpener()
        opener.add([sealer.keyID: sealer.sealedKey], with: key)
        return opener
    }

    @Test(arguments: [0, 1, 30_000_000, 1 << 40])
    func `a due time opens with the team's key, and always has the same length`(minute: Int) throws {
        let sealed = try sealer.seal(DueMinute(number: minute), of: ConcernID(of: 1))
        #expect(sealed.count == DueSealer.sealedByteCount)
        #expect(opener(with: team).open(sealed, under: sealer.keyID, of: ConcernID(of: 1))?.number == minute)
    }

    @Test(arguments: [-5, 1 << 41, Int.max, Int.min])
    func `what tells no time is taken for none`(minute: Int) throws {
        let sealed = try sealer.seal(DueMinute(number: minute), of: ConcernID(of: 1))
        #expect(opener(with: team).open(sealed, under: sealer.keyID, of: ConcernID(of: 1)) == nil)
    }

    @Test func `the same minute looks different each time, so that none can be told to be alike`() throws {
        let due = DueMinute(number: 30_000_000)
        #expect(try sealer.seal(due, of: ConcernID(of: 1)) != sealer.seal(due, of: ConcernID(of: 1)))
    }

    @Test func `another concern's, another key's, another team's or a changed one stays closed`() throws {
        let sealed = try sealer.seal(DueMinute(number: 30_000_000), of: ConcernID(of: 1))
        let opener = opener(with: team)
        #expect(opener.open(sealed, under: sealer.keyID, of: ConcernID(of: 2)) == nil)
        #expect(opener.open(sealed, under: Data(count: 16), of: ConcernID(of: 1)) == nil)
        var changed = sealed
        changed[20] ^= 1
        #expect(opener.open(changed, under: sealer.keyID, of: ConcernID(of: 1)) == nil)
        let other = self.opener(with: try TeamPrivateKey.generate())
        #expect(other.open(sealed, under: sealer.keyID, of: ConcernID(of: 1)) == nil)
        #expect(other.knows(sealer.keyID), "it is not tried again and again")
    }

    @Test func `neither a due time nor what opens it shows itself`() {
        #expect("\(DueMinute(number: 30_000_000))" == "(time withheld)")
        #expect(Mirror(reflecting: DueMinute(number: 30_000_000)).children.isEmpty)
        #expect("\(opener(with: team))" == "(keys withheld)")
    }
}
