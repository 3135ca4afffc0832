import Inbox
import Testing

struct InboxFormatTests {
    @Test(arguments: [
        ("a.eml", "hello", InboxFormat.eml), ("A.EML", "hello", .eml), ("a.mbox", "hello", .mbox),
        ("a.txt", "Subject: x\nTo: y\n\n", .txt), ("folder/cur/1700.M1P2.host:2,S", "hello", .maildir),
        ("folder/new/1700.M1P2.host", "hello", .maildir),
        ("export", "From me@a.example Mon Mar  2 10:02:00 2026\n", .mbox),
        ("saved", "Received: by a\r\nSubject: x\r\n\r\nhello", .eml), ("note", "From Monday on we are alone\n", .txt),
        ("note", "Note: a line with a colon\nAnd one without", .txt), ("", "", .txt),
    ])
    func `the name decides, and without one the first line`(name: String, start: String, expected: InboxFormat) {
        #expect(InboxFormat(of: Array(start.utf8), named: name) == expected)
    }
}
