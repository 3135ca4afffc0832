import Inbox
import Testing

/// Every file under `Mail/`, and what must come out of it, in `manifest.json`.
struct MailFilesTests {
    private let reader: InboxReader

    init() throws { reader = try .shipped() }

    @Test func `the manifest can be read and knows mail of every shape that was thought of`() throws {
        #expect(try ExpectedFile.all().count >= 100)
    }

    @Test(arguments: (try? ExpectedFile.all()) ?? [])
    func `a mail comes out as the manifest says`(expected: ExpectedFile) throws {
        let readings = try expected.readings(by: reader)
        #expect(readings.count == expected.entries.count)
        for (reading, entry) in zip(readings, expected.entries) {
            #expect(entry.differences(from: reading) == [], "entry \(reading.index): \(reading.reason)")
        }
        #expect(readings.map(\.index) == Array(readings.indices))
    }
}
