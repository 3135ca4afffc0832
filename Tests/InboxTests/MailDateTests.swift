import Concerns
import Inbox
import Testing

struct MailDateTests {
    @Test(arguments: [
        ("Tue, 3 Mar 2026 23:59:50 -0800 (PST)", "2026-03-03"), ("3 mar 26 23:59 GMT", "2026-03-03"),
        ("Sat, 29 Feb 2020 00:00:01 +1400", "2020-02-29"), ("Thu, 31 Dec 99 10:00 GMT", "1999-12-31"),
        ("Fri, 02-Jan-2026 10:00:00 GMT", "2026-01-02"), ("Sun, 30 Feb 2026 10:00:00 +0000", nil),
        ("yesterday", nil), ("Mon", nil), ("99999999999999999999 Mar 2026", nil), ("", nil),
    ])
    func `the day is the sender's own`(field: String, day: String?) throws {
        let readings = try InboxReader.shipped().readings(
            of: Array("Subject: x\nDate: \(field)\n\nwords".utf8), named: "a.eml")
        #expect(readings.first?.message?.sent?.description == day)
    }
}
