import Concerns
import Foundation
import Inbox
import Testing

/// Mail made to be slow, huge or confusing: one clear outcome, in bounded time.
@Suite(.serialized)
struct HostileMailTests {
    private let reader: InboxReader

    init() throws { reader = try .shipped() }

    /// Generous, for a debug build on a busy machine; what is not linear takes minutes.
    private func outcome(_ mail: String, named name: String = "a.eml", within seconds: Int = 20) -> InboxOutcome? {
        var readings: [InboxReading] = []
        let time = ContinuousClock().measure { readings = reader.readings(of: Array(mail.utf8), named: name) }
        #expect(time < .seconds(seconds))
        #expect(readings.count == 1)
        #expect(readings.allSatisfy { $0.reason.utf8.count < 300 })
        return readings.first?.outcome
    }

    @Test func `parts five hundred deep`() {
        var mail = "From: a\nContent-Type: multipart/mixed; boundary=b0\n\n"
        for depth in 0..<500 {
            mail += "--b\(depth)\nContent-Type: multipart/mixed; boundary=b\(depth + 1)\n\n"
        }
        #expect(outcome(mail + "--b500\n\nwords\n") == .quarantined)
    }

    @Test func `mail sent on within mail sent on, five hundred times`() {
        let mail =
            "From: a\n" + String(repeating: "Content-Type: message/rfc822\n\nSubject: x\n", count: 500) + "\nwords\n"
        #expect(outcome(mail) == .quarantined)
    }

    @Test(arguments: ["mixed", "alternative", "digest", "related"])
    func `a hundred thousand tiny parts`(kind: String) {
        let parts = String(repeating: "--b\n\nx\n", count: 100_000)
        #expect(outcome("From: a\nContent-Type: multipart/\(kind); boundary=b\n\n\(parts)--b--\n") == .quarantined)
    }

    @Test func `a million fields, and one field of ten megabytes`() {
        let flood = String(repeating: "X-A: b\n", count: 1_000_000)
        #expect(outcome("From: a\n\(flood)\nwords\n") == .imported)
        for name in ["Subject", "From", "Content-Type", "Message-ID", "Date", "To", "Received", "X-A"] {
            let field = name + ": " + String(repeating: "a;b+=\"( ", count: 1_200_000)
            #expect(outcome("\(field)\nX-Mailer: x\n\nwords\n") != nil)
        }
        let folded = "Subject: " + String(repeating: "x\n ", count: 1_000_000)
        #expect(outcome(folded + "\n\nwords\n") != nil)
    }

    @Test func `a line of ten megabytes is too long to be taken unseen`() {
        let line = String(repeating: "words ", count: 1_700_000)
        for head in ["From: a\nSubject: x\n\n", "From: a\nContent-Type: text/html\n\n<p>"] {
            #expect(outcome(head + line) == .quarantined)
        }
        #expect(outcome(line, named: "a.txt") == .quarantined)
        #expect(outcome("From a@b Mon Mar  2 10:02:00 2026\nSubject: x\n\n" + line, named: "a.mbox") == .quarantined)
    }

    @Test(arguments: [
        "\n--", "--b", "\n--b\n", "\n--b--\n", "=?utf-8?Q?", "=?utf-8?B?4oK?= ", "begin 644 a\nM",
        "=ybegin size= name=\n",
        "=ybegin line=30 size=1 name=x\n",
        "-----BEGIN PGP SIGNED MESSAGE-----\n", ">", "From ", "\nFrom a Mon Mar  2 10:02:00 2026", "\0", "\r", "=\n",
        "= ",
        "<a ", "&#x202E;", "<!--", "On 2 March 2026 at 10:02, A wrote:\n", "-- \n", "\u{202E}", "+AOk-",
        "Content-Length: 9\n",
    ])
    func `pieces repeated thirty thousand times`(piece: String) {
        let flood = String(repeating: piece, count: 10_000)
        let heads = [
            "Subject: x\n\n", "Subject: ", "Content-Type: multipart/mixed; boundary=b\n\n",
            "Content-Type: text/html\n\n",
            "Content-Type: text/plain; charset=utf-7\n\n", "Content-Type: text/plain; format=flowed\n\n",
            "Content-Transfer-Encoding: base64\n\n", "Content-Transfer-Encoding: quoted-printable\n\n",
            "Content-Type: image/png; name=\"",
        ]
        for head in heads { #expect(outcome("From: a\n" + head + flood, within: 3) != nil) }
    }

    @Test(arguments: ["====", "AAA=A", "????", "QUJ", "\0\0\0", "QUJD=QUJD", "A"])
    func `base64 that is none ends in one outcome`(body: String) {
        #expect(outcome("From: a\nSubject: x\nContent-Transfer-Encoding: base64\n\n\(body)\n") != nil)
    }

    @Test func `mail cut off at any byte has one outcome`() throws {
        let mail = Array(
            "From: a\nSubject: =?utf-8?Q?caf=C3=A9?=\nContent-Type: multipart/mixed; boundary=\"b\"\n\n--b\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\nI am =C3=A9 cold\n--b\nContent-Type: message/rfc822\n\nSubject: y\n\nz\n--b--\n"
                .utf8)
        for end in 0...mail.count {
            #expect(reader.readings(of: Array(mail[..<end]), named: "a.eml").count == 1)
        }
    }

    @Test func `a packed file is never unpacked`() throws {
        let bomb: [UInt8] = [0x1F, 0x8B, 0x08] + [UInt8](repeating: 0, count: 1_000)
        let reading = try reader.reading(bomb, named: "mail.mbox.gz")
        #expect(reading.outcome == .quarantined)
        #expect(reading.message == nil)
    }
}
