import Concerns
import Foundation
import HTTPTypes
import Sealing
import Store
import Testing

/// What the desk shows of copies, and whose voice they are.
struct AlikeTests {
    private static let words =
        "They are closing the home on the first of March and nobody has asked us where we want to go."

    /// The same wording from another sender.
    private static func copy(_ number: Int) -> String {
        let endings = ["pls help us", "pass it on!!", "its not fair", "who decides", "we only heard on monday", "help"]
        let ending = endings[number % endings.count]
        return "they r closing the home on the first of march n nobody askd us were we want to go. \(ending)"
    }

    /// What leads to a place in these words may stay.
    private static let accepting = TestStaffSite.accepting([("confirm_identifiers", "yes")])

    @Test func `copies are found across weeks and councils, in whatever state, without their words`() async throws {
        let site = try await TestStaffSite()
        let desk = try await site.browser(of: .moderator)
        let early = try await site.receive(Self.copy(0), arrived: "2026-09-01")
        #expect(try await desk.post("/desk/\(early)", Self.accepting).status == .seeOther)
        let elsewhere = try await site.receive(
            Self.copy(1) + " secretword", authority: "E08000025", arrived: "2026-10-12")
        let id = try await site.receive(Self.words)
        let page = try await desk.get("/desk/\(id)").html
        #expect(page.contains("said by 2 other messages: 2 voices, 2 councils, 2026-W36 to 2026-W42."))
        for other in [early, elsewhere] { #expect(page.contains(#"<a href="/desk/\#(other)">"#)) }
        #expect(!page.contains("secretword"))
    }

    @Test func `that the machine opened others is one line about the concern on the desk`() async throws {
        let site = try await TestStaffSite()
        let desk = try await site.browser(of: .moderator)
        let others = [try await site.receive(Self.copy(0)), try await site.receive(Self.copy(1))]
        let id = try await site.receive(Self.words)
        for _ in 0..<2 { _ = try await desk.get("/desk/\(id)") }
        #expect(try await site.log.lines(about: id.description).map(\.did).count { $0 == "compared" } == 1)
        for other in others { #expect(try await site.log.lines(about: other.description).isEmpty) }
    }

    @Test func `where an accepted one is nearly the same, the moderator must say whose voice it is`() async throws {
        let site = try await TestStaffSite()
        let desk = try await site.browser(of: .moderator)
        let first = try await site.receive(Self.words)
        #expect(try await desk.post("/desk/\(first)", Self.accepting).status == .seeOther)
        let second = try await site.receive(Self.copy(1))
        let page = try await desk.get("/desk/\(second)").html
        #expect(page.contains(#"name="voice" value="\#(first)">"#) && page.contains(#"name="voice" value="own">"#))
        let silent = Self.accepting.filter { $0.0 != "voice" }
        let refused = try await desk.post("/desk/\(second)", silent)
        #expect(refused.status == .unprocessableContent && refused.html.contains("Choose whose voice this is."))
        #expect(try await site.records.reading.voices().map(\.voices) == [1])
        let same = silent + [("voice", first.description)]
        #expect(try await desk.post("/desk/\(second)", same).status == .seeOther)
        #expect(try await site.records.reading.voices().map(\.voices) == [1])
    }

    @Test func `what only counts is compared too, and its words stay unread`() async throws {
        let site = try await TestStaffSite()
        let desk = try await site.browser(of: .moderator)
        let first = try await site.receive(Self.words + " secretword", sharing: .counted)
        #expect(try await desk.post("/desk/\(first)", Self.accepting).status == .seeOther)
        let second = try await site.receive(Self.copy(2))
        let page = try await desk.get("/desk/\(second)").html
        #expect(page.contains(#"value="\#(first)""#) && page.contains("its words are only counted"))
        #expect(!page.contains("secretword"))
    }

    @Test func `two children who write the same short sentence are two voices, and nothing asks`() async throws {
        let site = try await TestStaffSite()
        let desk = try await site.browser(of: .moderator)
        for _ in 0..<2 {
            let id = try await site.receive("I want to go home")
            let page = try await desk.get("/desk/\(id)").html
            #expect(!page.contains("Nearly the same is said") && page.contains(#"value="own" checked"#))
            let fields = Self.accepting.filter { $0.0 != "voice" }
            #expect(try await desk.post("/desk/\(id)", fields).status == .seeOther)
        }
        #expect(try await site.records.reading.voices().map(\.voices) == [2])
    }

    @Test func `many copies in few weeks are marked as a campaign, in the queue and on the page`() async throws {
        let site = try await TestStaffSite()
        let desk = try await site.browser(of: .moderator)
        let mark = "May be a campaign: 5 alike in 4 weeks."
        var last = try await site.receive(Self.words, arrived: "2026-11-20")
        let other = try await site.receive(
            "My social worker never rings me back and I have not seen my sister since June.")
        for number in 0..<3 { last = try await site.receive(Self.copy(number), arrived: "2026-11-1\(number)") }
        #expect(try await !desk.get("/desk").html.contains("May be a campaign"))
        _ = try await site.receive(Self.copy(3), arrived: "2026-07-01")
        #expect(try await !desk.get("/desk").html.contains("May be a campaign"))
        _ = try await site.receive(Self.copy(4), arrived: "2026-11-02")
        let queue = try await desk.get("/desk").html
        #expect(queue.components(separatedBy: mark).count == 6)
        let page = try await desk.get("/desk/\(last)").html
        #expect(page.contains(mark) && page.contains("none counts for less because there are many"))
        #expect(try await !desk.get("/desk/\(other)").html.contains(mark))
    }

    @Test func `what one young person adds again and again is no campaign, and no copy of itself`() async throws {
        let site = try await TestStaffSite()
        let receipt = TestStaffSite.receipt(1)
        let first = try await site.receive(Self.words, receipt: site.receipts.derive(receipt))
        for number in 0..<6 { try await site.add(Self.copy(number), to: receipt) }
        let desk = try await site.browser(of: .moderator)
        #expect(try await !desk.get("/desk").html.contains("May be a campaign"))
        #expect(try await !desk.get("/desk/\(first)").html.contains("Nearly the same is said"))
    }

    @Test func `copies that are taken back leave the campaign`() async throws {
        let site = try await TestStaffSite()
        let desk = try await site.browser(of: .moderator)
        let receipt = TestStaffSite.receipt(2)
        _ = try await site.receive(Self.words, receipt: site.receipts.derive(receipt))
        for number in 0..<4 { _ = try await site.receive(Self.copy(number)) }
        #expect(try await desk.get("/desk").html.contains("May be a campaign: 5 alike"))
        try await site.withdraw(receipt)
        #expect(try await !desk.get("/desk").html.contains("May be a campaign"))
    }
}
