import Concerns
import Foundation
import HTTPTypes
import Sealing
import Store
import Testing

@testable import StaffSite

struct SplittingPageTests {
    private static let receipt = TestStaffSite.receipt(1)
    private static let care = "The hostel is damp and nobody mends it. "
    private static let danger = "A man comes into my room every night."

    private static func site() async throws -> (site: TestStaffSite, id: ConcernID, desk: Browser) {
        let site = try await TestStaffSite()
        let id = try await site.receive(care + danger, receipt: site.receipts.derive(receipt))
        return (site, id, try await site.browser(of: .moderator))
    }

    private static func splitting(_ parts: [String]) -> [(String, String)] {
        [("action", "split"), ("urgency", "concern"), ("part_urgency", "danger_now"), ("seen", "0")]
            + parts.map { ("part", $0) }
    }

    private static func dangerPart() throws -> String {
        MessageParts.value(of: try #require(MessageParts(Original(care + danger)).ranges.last))
    }

    /// The concern that was split off.
    private static func part(_ site: TestStaffSite) async throws -> ConcernID {
        try #require(try await site.desk.awaitingDecision().first { $0.urgency == .dangerNow }).id
    }

    @Test func `the ticked part waits as danger of its own, and the page of each says so`() async throws {
        let (site, id, desk) = try await Self.site()
        let done = try await desk.post("/desk/\(id)", Self.splitting([Self.dangerPart()]))
        #expect(done.header("Location") == "/desk?done=split")
        let part = try await Self.part(site)
        let page = try await desk.get("/desk/\(part)").html
        #expect(page.contains("A man comes into my room") && !page.contains("hostel"))
        #expect(page.contains("This was split off from") && page.contains("/desk/\(id)"))
        #expect(!page.contains(#"id="if-split""#))
        let rest = try await desk.get("/desk/\(id)").html
        #expect(rest.contains("A part of this was split off."))
        #expect(rest.contains(#"data-mark="[removed]"></span></div>"#))
        #expect(try await desk.get("/desk?urgency=danger_now").html.contains("in 15 minutes"))
    }

    @Test func `what was split off reaches no inspector, whatever the moderator ticks`() async throws {
        let (site, id, desk) = try await Self.site()
        _ = try await desk.post("/desk/\(id)", Self.splitting([Self.dangerPart()]))
        let accepting = TestStaffSite.accepting([("seen", "1"), ("confirm_identifiers", "yes")])
        #expect(try await desk.post("/desk/\(id)", accepting).status == .seeOther)
        let found = try await site.records.reading.concerns(ConcernQuery(words: "hostel"))
        #expect(found.map(\.text.description) == [Self.care + "[removed]"])
        #expect(try await site.records.reading.count(ConcernQuery(words: "room")) == 0)
        #expect(try await site.thread(Self.receipt).messages.map(\.state) == [.accepted])
    }

    @Test func `a form from before the split is given back`() async throws {
        let (_, id, desk) = try await Self.site()
        _ = try await desk.post("/desk/\(id)", Self.splitting([Self.dangerPart()]))
        #expect(try await desk.post("/desk/\(id)", TestStaffSite.accepting([("seen", "0")])).status == .conflict)
    }

    @Test(arguments: [([String](), "Tick at least one part"), (["3-9"], "One of the parts is not in this message.")])
    func `without a part of the message nothing is split`(parts: [String], says: String) async throws {
        let (site, id, desk) = try await Self.site()
        let page = try await desk.post("/desk/\(id)", Self.splitting(parts) + [("reply", "Hold on.")])
        #expect(page.status == .unprocessableContent && page.html.contains(says))
        #expect(page.html.contains(#"id="if-split" open>"#) && page.html.contains("Hold on.</textarea>"))
        #expect(try await site.desk.awaitingDecision().count == 1)
    }

    @Test func `an answer to the danger part opens with the receipt of the thread`() async throws {
        let (site, id, desk) = try await Self.site()
        _ = try await desk.post("/desk/\(id)", Self.splitting([Self.dangerPart()]))
        let fields = TestStaffSite.deciding(.escalate, [("reply_template", "with-reason")])
        let part = try await Self.part(site)
        #expect(try await desk.post("/desk/\(part)", fields).status == .seeOther)
        let reply = try #require(try await site.thread(Self.receipt).replies.first)
        let told = try site.receipts.derive(Self.receipt).opener.open(reply.sealed, in: id)
        #expect(told.contains("we have told the police"))
    }
}

struct MessagePartsTests {
    @Test(arguments: [
        "", "x", "No. Stop. Go away now please. He came back!\nAnd then? I ran.", String(repeating: "a", count: 10_000),
        String(repeating: "a. ", count: 3_000), "لا تقل لأحد من فضلك أبدا؟ هو هنا الآن معي.", "\n\n\n",
    ])
    func `the parts together are the message, and they are few`(text: String) {
        let ranges = MessageParts(Original(text)).ranges
        #expect(ranges.reduce(0) { $0 + $1.count } == text.unicodeScalars.count)
        for (one, next) in zip(ranges, ranges.dropFirst()) { #expect(one.upperBound == next.lowerBound) }
        #expect(ranges.count <= 1 + text.unicodeScalars.count / 20)
    }

    @Test func `parts beside each other become one stretch`() {
        let parts = MessageParts(Original("The first sentence is here. The second is there. The third is nowhere."))
        #expect(parts.ranges.count == 3)
        let values = Set(parts.ranges.map(MessageParts.value))
        #expect(parts.ticked(values) == [0..<70])
        #expect(
            parts.ticked([MessageParts.value(of: parts.ranges[0]), MessageParts.value(of: parts.ranges[2])])?.count == 2
        )
        #expect(parts.ticked(["0-5"]) == nil)
    }
}
