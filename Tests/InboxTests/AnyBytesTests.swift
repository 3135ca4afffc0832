import Foundation
import Inbox
import TestSupport
import Testing

/// Whatever is handed in, reading ends, and says something.
struct AnyBytesTests {
    private let reader: InboxReader

    init() throws { reader = try .shipped() }

    private static let pieces = [
        "From a Mon Mar  2 10:02:00 2026\n", "Content-Type: multipart/mixed; boundary=b\n", "\n--b\n", "--b--", "\r",
        "\0",
        "Content-Type: text/html\n\n", "<!--", "<a \"", "</", "&#x110000;", "&#;", "=?utf-8?B?4oK", "?=", "=?x?Q?", "=",
        "Content-Transfer-Encoding: base64\n", "Content-Type: text/plain; format=flowed\n\n", ">", "> \n", " \n",
        "-- \n",
        "On 2 March 2026 x wrote:\n", "Date: 99999999999 Mar -1\n", "Content-Type: a/b; x*0*=\"'%\\", "(", "\"", ":",
        "\n\n",
        "Content-Type: message/rfc822\n\n", "\u{FEFF}", "👩🏽‍🦱", "\n\n\n",
    ].map { Array($0.utf8) }

    private func expectReadings(_ bytes: [UInt8], _ seed: UInt64) {
        for format in InboxFormat.allCases {
            let readings = reader.readings(of: bytes, named: "source", format: format)
            #expect(!readings.isEmpty, "seed \(seed)")
            #expect(readings.map(\.index) == Array(readings.indices), "seed \(seed)")
            #expect(readings.allSatisfy { !$0.reason.isEmpty }, "seed \(seed)")
            #expect(readings.allSatisfy { $0.outcome != .imported || $0.message != nil }, "seed \(seed)")
        }
    }

    @Test func `random bytes and random pieces of mail give readings`() {
        for seed in UInt64(0)..<300 {
            var generator = Seeded(seed)
            var bytes: [UInt8] = []
            for _ in 0..<Int.random(in: 0...60, using: &generator) {
                bytes +=
                    Bool.random(using: &generator)
                    ? Self.pieces.randomElement(using: &generator) ?? []
                    : (0..<4).map { _ in UInt8.random(in: 0...255, using: &generator) }
            }
            expectReadings(bytes, seed)
        }
    }

    @Test func `mails with bytes changed, cut off or doubled give readings`() throws {
        let names = try ExpectedFile.all().map(\.file)
        for (place, name) in names.enumerated() {
            let mail = try ProjectFolder.bytes(ProjectFolder.mail.appending(path: name))
            for seed in UInt64(0)..<8 {
                var generator = Seeded(seed &* 1000 &+ UInt64(place))
                var bytes = mail
                for _ in 0..<6 where !bytes.isEmpty {
                    let at = Int.random(in: 0..<bytes.count, using: &generator)
                    switch Int.random(in: 0..<4, using: &generator) {
                    case 0: bytes[at] = UInt8.random(in: 0...255, using: &generator)
                    case 1: bytes.remove(at: at)
                    case 2: bytes.removeLast(min(20, bytes.count - at))
                    default: bytes += bytes[at...]
                    }
                }
                expectReadings(bytes, seed)
            }
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func `mail made to be slow is read in time`() {
        let head = "Content-Type: text/html; charset=utf-8\n\n"
        for piece in ["<a \"", "<script>", "<!--", "</", "<blockquote>", "&", "<", "<style></"] {
            expectReadings(Array((head + String(repeating: piece, count: 20_000)).utf8), 0)
        }
        let subject = "Subject: " + String(repeating: "=?utf-8?B?", count: 5_000) + "\n\nwords"
        expectReadings(Array(subject.utf8), 0)
        expectReadings(Array(String(repeating: "On 2 March 2026\n", count: 5_000).utf8), 0)
    }
}
