import Testing

@testable import Inbox

struct LetterDividerTests {
    @Test(arguments: [
        "--- message ---", "---message---", "-- Message --", "––– message –––", "— message —", "--- MESSAGE 9 ---",
        " ---\tmessage ---  ", "----- message #12 -----",
    ])
    func `people and word processors part letters in many ways`(line: String) {
        #expect(LetterDivider.isIn(line))
    }

    @Test(arguments: [
        "message", "- message -", "--- messages from home ---", "---", "", "my message — she never read it —",
        "--- message", "-- \n",
    ])
    func `what only speaks of a message parts nothing`(line: String) { #expect(!LetterDivider.isIn(line)) }

    @Test func `two children behind Word's dashes are two letters, also in Windows-1252`() {
        let word: [UInt8] = Array("They moved me.\r\n".utf8) + [0x97, 0x20] + Array("message ".utf8) + [0x97]
        let plain = Array("They moved me.\n–– message ––\nNobody asked.".utf8)
        for bytes in [word + Array("\r\nNobody asked.\r\n".utf8), plain] {
            var splitter = EntrySplitter(named: "letters.txt")
            var entries: [InboxEntry] = []
            splitter.take(bytes[...]) { entries.append($0) }
            splitter.finish { entries.append($0) }
            #expect(entries.count == 2)
        }
    }
}
