import Testing

@testable import Inbox

struct LetterIdentityTests {
    private func identity(_ bytes: [UInt8]) -> [UInt8] {
        InboxEntry(index: 0, kind: .letter, bytes: bytes, postmark: nil, isCutOff: false).canonicalBytes
    }

    @Test func `a letter that was saved again by another program is the same letter`() {
        let text = "Council: Leeds\n\nThey moved me — again.\n"
        var utf16: [UInt8] = [0xFF, 0xFE]
        for unit in text.utf16 { utf16 += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
        let saved: [[UInt8]] = [
            [0xEF, 0xBB, 0xBF] + Array(text.utf8), utf16, Array(text.replacing("\n", with: "\r\n").utf8),
            Array("\n\(text.replacing("\n", with: "  \n"))\n\n".utf8),
        ]
        for bytes in saved { #expect(identity(bytes) == identity(Array(text.utf8))) }
    }

    @Test func `one word more is another letter`() {
        #expect(identity(Array("They moved me.".utf8)) != identity(Array("They moved me again.".utf8)))
    }
}
