import Concerns
import Foundation
import Sealing
import TestSupport
import Testing

struct ReceiptDeriverTests {
    let deriver = ReceiptDeriver(key: Data(repeating: 7, count: 32))
    let receipt = Receipt(random: Array(1...9))

    @Test func `the same receipt finds the same thread, another one and another key do not`() throws {
        let lookup = try deriver.derive(receipt).lookup
        #expect(try deriver.derive(receipt).lookup == lookup)
        #expect(try deriver.derive(Receipt(random: Array(2...10))).lookup != lookup)
        #expect(try ReceiptDeriver(key: Data(repeating: 8, count: 32)).derive(receipt).lookup != lookup)
        #expect(lookup.count == 32)
    }

    @Test func `a reply opens with the receipt and with no other, and in its own thread only`() throws {
        let id = ConcernID(of: 1)
        let key = try ReplyKey(rawRepresentation: deriver.derive(receipt).replyKey.rawRepresentation)
        let sealed = try key.seal("Thank you. A person has read it.", in: id)
        #expect(try deriver.derive(receipt).opener.open(sealed, in: id) == "Thank you. A person has read it.")
        let other = try deriver.derive(Receipt(random: Array(2...10))).opener
        #expect(throws: ReplyUnreadable.self) { try other.open(sealed, in: id) }
        #expect(throws: ReplyUnreadable.self) { try deriver.derive(receipt).opener.open(sealed, in: ConcernID(of: 2)) }
    }

    @Test func `the key of additions is the receipt's own, and none of what is kept`() throws {
        let derived = try deriver.derive(receipt)
        #expect(derived.additionKey.count == 32)
        #expect(try deriver.derive(receipt).additionKey == derived.additionKey)
        #expect(try deriver.derive(Receipt(random: Array(2...10))).additionKey != derived.additionKey)
        #expect(derived.additionKey != derived.lookup)
        #expect(derived.replyKey.rawRepresentation.range(of: derived.additionKey) == nil)
    }

    @Test func `what is kept tells what it cost`() throws {
        #expect(try deriver.derive(receipt).cost.description == "scrypt 1024 8 1")
    }
}

struct ServiceKeysTests {
    @Test func `each purpose has a key of its own`() {
        let keys = ServiceKeys(master: Data(repeating: 1, count: 32))
        #expect(Set([keys.receipts, keys.imports, keys.forms, keys.draws, keys.accounts, keys.log]).count == 6)
        #expect(ServiceKeys(master: Data(repeating: 1, count: 32)).receipts == keys.receipts)
    }
}
