import Concerns
import Foundation
import HTTPTypes
import Sealing
import Store
import Testing

/// Files handed in: what the page before an import shows, and what the import keeps.
struct RelayUploadTests {
    private static let danger = "he has a knife and he is outside my door right now please help"
    private static let letters = """
        Council: Tameside
        Children: 2
        Share: words

        They moved me again and nobody asked.
        --- message ---
        Council: Newcastle

        The hostel is damp.
        --- message ---
        \(danger)
        """

    /// Hands `text` in and opens the page that shows what would be taken.
    private static func preview(
        _ text: String, by browser: Browser
    ) async throws -> (address: String, page: StaffAnswer) {
        let answer = try await browser.upload([("messages.txt", text)])
        #expect(answer.status == .seeOther)
        return (answer.location, try await browser.get(answer.location))
    }

    private static func act(
        _ action: String, _ fields: [(String, String)], at address: String, by browser: Browser
    ) async throws -> StaffAnswer {
        try await browser.site.post(address, fields.with("action", action), cookie: browser.cookie)
    }

    @Test func `danger comes first, then what has no clear council, and nothing is kept yet`() async throws {
        let site = try await TestStaffSite()
        let (_, page) = try await Self.preview(Self.letters, by: try await site.browser(of: .advocate))
        #expect(page.status == .ok)
        #expect(page.titles == ["File 1, message 3", "File 1, message 2", "File 1, message 1"])
        let guidance = try #require(page.html.range(of: #"id="guidance""#)).lowerBound
        #expect(guidance < (try #require(page.html.range(of: "<h1>"))).lowerBound)
        #expect(page.html.contains("so nobody has been told"))
        #expect(page.html.contains("Newcastle upon Tyne") && page.html.contains("They moved me again"))
        #expect(page.html.contains("<strong>3</strong> Will be taken"))
        #expect(try await site.desk.awaitingDecision().isEmpty)
    }

    @Test func `what does not sound like danger does not lead with it`() async throws {
        let browser = try await TestStaffSite().browser(of: .advocate)
        let (_, page) = try await Self.preview("The hostel is damp.", by: browser)
        #expect(!page.html.contains(#"id="guidance""#) && !page.html.contains("nobody has been told"))
    }

    @Test func `an import keeps each message once, as it was put right, with a receipt that leads to it`()
        async throws
    {
        let site = try await TestStaffSite()
        let browser = try await site.browser(of: .advocate)
        let (address, page) = try await Self.preview(Self.letters, by: browser)
        let fields = page.fields.with("council-1", "Newcastle upon Tyne").with("channel-1", "sms").with("out-2", "yes")
        let answer = try await Self.act("import", fields, at: address, by: browser)
        #expect(answer.status == .seeOther && answer.location == address + "/report")
        let report = try await browser.get(answer.location)
        #expect(report.receipts.count == 2)

        let waiting = try await site.waiting()
        #expect(waiting.count == 2)
        let first = try #require(waiting.first { $0.summary.authority?.description == TestStaffSite.inadequate })
        #expect(first.summary.channel == .advocate && first.sharing == .words)
        let second = try #require(waiting.first { $0.summary.authority?.description == "E08000021" })
        #expect(second.summary.channel == .sms && second.sharing == .counted)
        let receipt = try #require(site.receiptWords.receipt(typed: report.receipts[0]))
        #expect(try await site.thread(receipt).concern == first.summary.id)

        let lines = try await site.log.lines(about: "2 messages")
        #expect(lines.map(\.did) == ["handed in"] && lines.map(\.who) == ["advocate"])
    }

    @Test func `sending the import twice, and looking again, shows the same and keeps nothing more`() async throws {
        let site = try await TestStaffSite()
        let browser = try await site.browser(of: .advocate)
        let (address, page) = try await Self.preview(Self.letters, by: browser)
        async let one = Self.act("import", page.fields, at: address, by: browser)
        async let other = Self.act("import", page.fields, at: address, by: browser)
        #expect(try await [one.location, other.location] == [address + "/report", address + "/report"])
        let report = try await browser.get(address + "/report")
        #expect(report.receipts.count == 3)
        let third = try await Self.act("import", page.fields, at: address, by: browser)
        #expect(third.status == .seeOther)
        #expect(try await browser.get(third.location).receipts == report.receipts)
        #expect(try await browser.get(address).location == address + "/report")
        #expect(try await site.desk.awaitingDecision().count == 3)
    }

    @Test func `danger is kept first of all and leads the report`() async throws {
        let site = try await TestStaffSite()
        let browser = try await site.browser(of: .advocate)
        let (address, page) = try await Self.preview(Self.letters, by: browser)
        _ = try await Self.act("import", page.fields, at: address, by: browser)
        let report = try await browser.get(address + "/report")
        let guidance = try #require(report.html.range(of: #"id="guidance""#)).lowerBound
        #expect(guidance < (try #require(report.html.range(of: "<h1>"))).lowerBound)
        #expect(try await site.desk.awaitingDecision().first?.urgency == .dangerNow)
    }

    @Test func `checking again keeps what was put right and stores nothing`() async throws {
        let site = try await TestStaffSite()
        let browser = try await site.browser(of: .advocate)
        let (address, page) = try await Self.preview(Self.letters, by: browser)
        let fields = page.fields.with("council-1", "brum").with("children-0", "4").with("out-2", "yes")
            .with("share", "words")
        let checked = try await Self.act("check", fields, at: address, by: browser)
        #expect(checked.status == .ok)
        for page in [checked, try await browser.get(address)] {
            #expect(page.html.contains(#"value="brum""#) && page.html.contains(#"value="words" checked"#))
            #expect(page.html.contains("<strong>1</strong> Left out"))
        }
        #expect(try await site.desk.awaitingDecision().isEmpty)
    }

    @Test(arguments: [
        ("council-1", "Atlantis", "No council of today has this name alone"),
        ("council-1", "Newcastle", "No council of today has this name alone"),
        ("children-0", "100", "1 to 99"), ("channel-0", "pigeon", "how it came"), ("share", "all", "Choose what"),
        ("share-0", "all", "Choose what"),
    ])
    func `what is wrong is said beside its field, and nothing is kept`(
        field: String, value: String, says: String
    ) async throws {
        let site = try await TestStaffSite()
        let browser = try await site.browser(of: .advocate)
        let (address, page) = try await Self.preview(Self.letters, by: browser)
        let answer = try await Self.act("import", page.fields.with(field, value), at: address, by: browser)
        #expect(answer.status == .unprocessableContent)
        #expect(answer.html.contains("<a href=\"#\(field)\">") && answer.html.contains(says))
        #expect(try await site.desk.awaitingDecision().isEmpty)
    }

    @Test func `the same words are taken once, and again only for another child`() async throws {
        let site = try await TestStaffSite()
        let browser = try await site.browser(of: .advocate)
        let twice = "I want my sister.\n--- message ---\nI want my sister."
        let (address, page) = try await Self.preview(twice, by: browser)
        #expect(page.html.contains("<strong>1</strong> Taken before") && page.html.contains(#"name="another-1""#))
        let other = try await Self.act("check", page.fields.with("out-0", "yes"), at: address, by: browser)
        #expect(other.html.contains("<strong>1</strong> Left out") && !other.html.contains("</strong> Taken before"))
        _ = try await Self.act("import", page.fields, at: address, by: browser)
        #expect(try await site.desk.awaitingDecision().count == 1)

        let (again, known) = try await Self.preview("I want my sister.", by: browser)
        #expect(known.html.contains("<strong>1</strong> Taken before"))
        let fields = known.fields.with("another-0", "yes")
        let checked = try await Self.act("check", fields, at: again, by: browser)
        #expect(checked.html.contains("<strong>1</strong> Will be taken"))
        _ = try await Self.act("import", fields, at: again, by: browser)
        #expect(try await site.desk.awaitingDecision().count == 2)
        let receipts = try await [
            browser.get(address + "/report").receipts.first, browser.get(again + "/report").receipts.first,
        ]
        #expect(Set(receipts).count == 2 && !receipts.contains(nil))
    }

    @Test func `where nothing can be kept the upload stays, and can be sent again`() async throws {
        let site = try await TestStaffSite(sendingKey: { _ in nil })
        let browser = try await site.browser(of: .advocate)
        let (address, page) = try await Self.preview("The hostel is damp.", by: browser)
        let answer = try await Self.act(
            "import", page.fields.with("council-0", "Tameside"), at: address, by: browser)
        #expect(answer.status == .serviceUnavailable && answer.receipts.isEmpty)
        #expect(answer.html.contains("Nothing could be kept just now, and nobody has been told"))
        #expect(answer.html.contains("The hostel is damp.") && answer.html.contains(#"value="Tameside""#))
        #expect(try await browser.get(address).status == .ok)
        #expect(try await browser.get(address + "/report").location == address)
    }

    @Test func `the report to take away has neither words nor receipts, and no file's name`() async throws {
        let site = try await TestStaffSite()
        let browser = try await site.browser(of: .advocate)
        let handed = try await browser.upload(
            [("anna.txt", "The hostel is damp."), ("ben.txt", " ")], pasted: "I like it here.")
        let page = try await browser.get(handed.location)
        #expect(page.html.contains("anna.txt"))
        _ = try await Self.act("import", page.fields.with("out-2", "yes"), at: handed.location, by: browser)
        let report = try await browser.get(handed.location + "/report")
        let file = try await browser.get(handed.location + "/report.jsonl")
        #expect(file.header("Content-Disposition") == #"attachment; filename="report.jsonl""#)
        let lines = try file.html.split(separator: "\n").map { line in
            try JSONDecoder().decode([String: Value].self, from: Data(line.utf8))
        }
        #expect(lines.map { $0["source"]?.text } == ["file 1", "file 2", "pasted text"])
        #expect(lines.map { $0["outcome"]?.text } == ["imported", "rejected", "rejected"])
        #expect(lines.allSatisfy { Set($0.keys) == ["source", "index", "outcome", "reason"] })
        for secret in ["damp", "anna", "ben.txt"] + report.receipts { #expect(!file.html.contains(secret)) }
        #expect(!report.html.contains("anna.txt"))

        let table = try await browser.get(handed.location + "/receipts.csv")
        #expect(table.header("Content-Type") == "text/csv; charset=utf-8")
        #expect(table.html == "number,source,message,receipt\r\n1,file 1,1,\(report.receipts[0])\r\n")
    }

    @Test func `what is handed in is shown as text and never as markup`() async throws {
        let browser = try await TestStaffSite().browser(of: .advocate)
        let handed = try await browser.upload([("<b>.txt", "<script>alert(1)</script> is what it said")])
        let page = try await browser.get(handed.location)
        #expect(!page.html.contains("<script") && !page.html.contains("<b>"))
        #expect(page.html.contains("&lt;script&gt;"))
    }
}

/// A value in a line of the report.
private enum Value: Decodable {
    case text(String)
    case number(Int)

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let number = try? container.decode(Int.self) {
            self = .number(number)
        } else {
            self = .text(try container.decode(String.self))
        }
    }

    var text: String? { if case .text(let text) = self { text } else { nil } }
}
