import Concerns
import Foundation
import Sealing
import TestSupport
import Testing
import Unsealing

struct SharedEnvelopeTests {
    let team: TeamPrivateKey
    let sealer: Sealer
    let opener: OriginalOpener

    init() throws {
        team = try TeamPrivateKey.generate()
        sealer = Sealer(teamKey: try team.publicKey)
        opener = OriginalOpener(teamKey: team)
    }

    @Test func `concerns that are sealed together each open with their own words`() throws {
        let envelopes = try sealer.sharedEnvelope()
        let sealed = try (UInt64(1)...5).map { number in
            try sealer.seal(Told(Original("words \(number)")), of: ConcernID(of: number), in: envelopes)
        }
        for (number, one) in zip(UInt64(1)...5, sealed) {
            #expect(try opener.open(one, of: ConcernID(of: number)).original.words == "words \(number)")
        }
    }

    @Test func `a key that is sealed together with others opens no other concern`() throws {
        let envelopes = try sealer.sharedEnvelope()
        let one = try sealer.seal(Told(Original("one")), of: ConcernID(of: 1), in: envelopes)
        let other = try sealer.seal(Told(Original("other")), of: ConcernID(of: 2), in: envelopes)
        #expect(throws: OriginalUnreadable.self) { try opener.open(one, of: ConcernID(of: 2)) }
        // The words of one with the key of the other: what is left when one's key is erased.
        #expect(throws: OriginalUnreadable.self) {
            try opener.open(SealedOriginal(words: one.words, key: other.key), of: ConcernID(of: 1))
        }
        #expect(throws: OriginalUnreadable.self) {
            try opener.open(SealedOriginal(words: one.words, key: other.key), of: ConcernID(of: 2))
        }
    }

    @Test func `a changed, cut or foreign shared key does not open`() throws {
        let sealed = try sealer.seal(
            Told(Original("hello")), of: ConcernID(of: 1), in: try sealer.sharedEnvelope())
        for place in stride(from: 0, to: sealed.key.count, by: 41) {
            var key = sealed.key
            key[place] ^= 1
            #expect(throws: OriginalUnreadable.self) {
                try opener.open(SealedOriginal(words: sealed.words, key: key), of: ConcernID(of: 1))
            }
        }
        for length in [0, 1, 1120, 1168, sealed.key.count - 1] {
            #expect(throws: OriginalUnreadable.self) {
                try opener.open(
                    SealedOriginal(words: sealed.words, key: sealed.key.prefix(length)), of: ConcernID(of: 1))
            }
        }
        let foreign = OriginalOpener(teamKey: try .generate())
        #expect(throws: OriginalUnreadable.self) { try foreign.open(sealed, of: ConcernID(of: 1)) }
    }

    @Test func `what stood beside the words and the number of children come back with them`() throws {
        let parted = PartedText(quoted: "On Tue, X wrote:\n> hi", signature: "-- \nJo", attachments: ["plan.pdf, 3 KB"])
        let told = Told(Original("words"), language: "pl", children: 3, saidOn: try Day("2026-03-02"), parted: parted)
        #expect(try opener.open(sealer.seal(told, of: ConcernID(of: 1)), of: ConcernID(of: 1)) == told)
    }
}

struct QuarantineOpenerTests {
    @Test(arguments: [0, 1, 1_020, 300_000, SizeClass.mostSourceBytes])
    func `the source of a message that nobody could read comes back byte by byte`(count: Int) throws {
        let team = try TeamPrivateKey.generate()
        let source = Data((0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) })
        let sealed = try Sealer(teamKey: team.publicKey).seal(source: source, of: ConcernID(of: 1))
        let opener = QuarantineOpener(teamKey: team)
        #expect(try opener.open(source: sealed.words, key: sealed.key, of: ConcernID(of: 1)) == source)
        #expect(throws: OriginalUnreadable.self) {
            try opener.open(source: sealed.words, key: sealed.key, of: ConcernID(of: 2))
        }
        // It is no original and does not open as one.
        #expect(throws: OriginalUnreadable.self) {
            try OriginalOpener(teamKey: team).open(sealed, of: ConcernID(of: 1))
        }
    }

    @Test func `a source beyond thirty-two mebibytes is refused in words`() throws {
        let sealer = Sealer(teamKey: try TeamPrivateKey.generate().publicKey)
        #expect(throws: TooLongToSeal.self) {
            try sealer.seal(source: Data(count: SizeClass.mostSourceBytes + 1), of: ConcernID(of: 1))
        }
    }
}
