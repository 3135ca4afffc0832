import Concerns
import Foundation
import Inbox
import Testing

/// Every file under `Mail/` beside what must come out of it, in a file of the same name and `.json`.
struct MailFilesTests {
    struct Expected: Codable, Equatable {
        var outcome: String
        var reason: String
        var sent: String?
        var subject: String?
        var text: String?
        var quoted: String?
        var signature: String?
        var charset: String?
        var messageID: String?

        init(_ reading: InboxReading) {
            outcome = reading.outcome.rawValue
            reason = reading.reason
            sent = reading.message?.sent?.description
            subject = reading.message?.subject
            text = reading.message?.text
            quoted = reading.message?.quoted
            signature = reading.message?.signature
            charset = reading.message?.charset
            messageID = reading.message?.messageID
        }
    }

    static let sources = (try? ProjectFolder.names(in: ProjectFolder.mail))?.filter { !$0.hasSuffix(".json") } ?? []

    @Test func `there are mails of every shape that was thought of`() {
        #expect(Self.sources.count >= 35)
    }

    @Test(arguments: sources)
    func `a mail comes out as the file beside it says`(name: String) throws {
        let file = ProjectFolder.mail.appending(path: name)
        let expected = try JSONDecoder().decode(
            [Expected].self, from: Data(contentsOf: ProjectFolder.mail.appending(path: name + ".json")))
        let readings = InboxReader.readings(of: try ProjectFolder.bytes(file), named: name)
        #expect(readings.map(Expected.init) == expected)
        #expect(readings.map(\.index) == Array(expected.indices))
    }
}
