import Concerns
import Foundation
import Sealing
import TestSupport
import Testing
import Unsealing

struct DraftTicketsTests {
    private let tickets = DraftTickets(key: Data(repeating: 1, count: 32))
    private let concern = ConcernID(of: 1)

    @Test func `a ticket holds for its author and concern, for a day`() {
        let ticket = tickets.ticket(about: concern, for: "mo", atSecond: 1_000)
        for now in [1_000, 1_000 + DraftTickets.greatestAgeSeconds] {
            #expect(tickets.admits(ticket, about: concern, for: "mo", atSecond: now))
        }
        #expect(!tickets.admits(ticket, about: concern, for: "al", atSecond: 1_000))
        #expect(!tickets.admits(ticket, about: ConcernID(of: 2), for: "mo", atSecond: 1_000))
        for now in [999, 1_001 + DraftTickets.greatestAgeSeconds] {
            #expect(!tickets.admits(ticket, about: concern, for: "mo", atSecond: now))
        }
        let others = DraftTickets(key: Data(repeating: 2, count: 32))
        #expect(!others.admits(ticket, about: concern, for: "mo", atSecond: 1_000))
    }

    @Test(arguments: ["", ".", "3e8", "3e8.", "3e8.zz", "-1.00", String(repeating: "9", count: 500)])
    func `what is no ticket is refused`(text: String) {
        #expect(!tickets.admits(text, about: concern, for: "mo", atSecond: 1_000))
    }

    @Test func `a draft opens for the moderators as its author's about its concern, and not otherwise`() throws {
        let team = try TeamPrivateKey.generate()
        let sealer = Sealer(teamKey: try team.publicKey)
        let fields = Data("reply=We+heard+you".utf8)
        let sealed = try sealer.seal(draft: fields, of: concern, by: "mo")
        let opener = DraftOpener(teamKey: team)
        #expect(sealed.range(of: Data("heard".utf8)) == nil)
        #expect(try opener.open(sealed, of: concern, by: "mo") == fields)
        #expect(throws: OriginalUnreadable.self) { try opener.open(sealed, of: concern, by: "al") }
        #expect(throws: OriginalUnreadable.self) { try opener.open(sealed, of: ConcernID(of: 2), by: "mo") }
        #expect(throws: TooLongToSeal.self) { try sealer.seal(draft: Data(count: 1 << 18), of: concern, by: "mo") }
    }

    @Test(arguments: ["-8000000000000000", "8000000000000000", "7fffffffffffffff", "-1", "0", "+1", ""])
    func `a number that anyone sends is only refused`(number: String) throws {
        let tickets = DraftTickets(key: Data(repeating: 1, count: 32))
        for rest in ["x", String(repeating: "0", count: 64), ""] {
            #expect(!tickets.admits("\(number).\(rest)", about: ConcernID(of: 1), for: "mo", atSecond: 1_800_000_000))
        }
    }
}
