import Concerns
import Foundation
import HTTPTypes
import Pages
import Sealing
import Store
import Testing
import Triage

@testable import StaffSite

/// What stands on the page of one concern beside its words.
struct DeskPageTests {
    @Test func `each suggestion is marked in place with its kind and why, and the words left stand beside`()
        async throws
    {
        let site = try await TestStaffSite()
        let id = try await site.receive("Ring me on 07700 900123 today.")
        let page = try await site.browser(of: .moderator).get("/desk/\(id)")
        #expect(page.html.contains(#"<mark class="find" title="the form of it"#))
        #expect(page.html.contains("Ring me on [phone] today."))
        #expect(page.html.contains(#"id="why-0">the form of it"#))
    }

    @Test func `what is as likely wrong as right says so, and stands first`() throws {
        let pages = StaffPages(
            templates: try .init(sources: [:], stylesheet: "", isDemonstration: false),
            words: try StaffFiles.words(), authorities: Authorities([]))
        let weights = try TriageWeights(files: StaffFiles.weights())
        let triage = Triage(rules: try ModerationRules(files: StaffFiles.moderation()), weights: weights)
        let words = Original("my sw grace and me and jordy went to see tamsin at number 44 with lil kez")
        let finds = triage.suggestion(for: words, channel: .web).finds
        let reasons = FindReasons(finds, in: pages)
        let unsure = finds.filter { reasons.why($0.redaction).isUnsure }
        #expect(unsure.allSatisfy { reasons.why($0.redaction).words.hasPrefix("Look at this one:") })
        #expect(reasons.why(Redaction(0..<2, .person)).words == "added here")
    }

    @Test func `urgency and areas are shown with the words that led to them, quoted`() async throws {
        let site = try await TestStaffSite()
        let id = try await site.receive("I want to kill myself tonight. My foster carer shouts.")
        let html = try await site.browser(of: .moderator).get("/desk/\(id)").html
        #expect(html.contains("Why it is this urgent"))
        #expect(html.contains(#"<q class="off-paper" dir="auto">"#) && html.contains("kill myself"))
        #expect(html.contains("<li>Help and protection: goes with the urgency"))
        #expect(html.contains("<li>Children in care: these words speak for it"))
        #expect(html.contains("<li>Care leavers: ticked by the young person</li>"))
    }

    @Test func `the rest of the thread stands there with its moderated words, and that answers cannot be read`()
        async throws
    {
        let site = try await TestStaffSite()
        let receipt = TestStaffSite.receipt(1)
        let first = try await site.receive(
            "Tomasz says the hostel is damp.", arrived: site.today.description, receipt: site.receipts.derive(receipt))
        let desk = try await site.browser(of: .moderator)
        let fields = TestStaffSite.accepting([("add_text", "Tomasz"), ("add_kind", "PERSON"), ("reply", "Thank you.")])
        #expect(try await desk.post("/desk/\(first)", fields).status == .seeOther)
        let second = try await site.add("It is still damp.", to: receipt)
        let third = try await site.add("And cold.", to: receipt)
        let html = try await desk.get("/desk/\(second)").html
        #expect(html.contains("before this one, \(site.today): accepted"))
        #expect(html.contains("[name] says the hostel is damp.") && !html.contains("Tomasz"))
        #expect(html.contains(#"<a href="/desk/\#(third)">"#) && !html.contains("And cold."))
        #expect(html.contains("Answered in 2026-11.") && !html.contains("Thank you."))
    }

    @Test func `an older tab is refused, and both what was decided and what was typed are shown`() async throws {
        let site = try await TestStaffSite()
        let id = try await site.receive("The hostel is damp.")
        let mine = try await site.browser(of: .moderator)
        _ = try await mine.get("/desk/\(id)")
        let holding =
            [("urgency", "danger_now"), ("decision", "hold"), ("seen", "0"), ("action", "decide")]
            + TestStaffSite.grounds
        let other = try await site.browser(of: .leadModerator)
        _ = try await other.post("/desk/\(id)/take-over", [], from: "/desk")
        #expect(try await other.post("/desk/\(id)", holding).status == .seeOther)
        let typed = TestStaffSite.accepting([("seen", "0"), ("council", "Tameside")])
        let page = try await mine.post("/desk/\(id)", typed)
        #expect(page.status == .conflict)
        let clash = try #require(page.between(#"<section class="clash""#, "</dl>"))
        #expect(clash.contains("Hold (Someone else should read it too) until 2026-12-01, lead-moderator (Danger now"))
        #expect(clash.contains("Accept") && clash.contains("Tameside") && clash.contains("Care leavers"))
        #expect(try await site.desk.concern(id)?.decisions.map(\.by) == ["lead-moderator"])
    }

    @Test func `keys stand on the page for all, and single letters can be switched off until signing out`() async throws
    {
        let site = try await TestStaffSite()
        let id = try await site.receive("The hostel is damp.")
        let desk = try await site.browser(of: .moderator)
        let html = try await desk.get("/desk/\(id)").html
        #expect(html.contains("<noscript><p class=\"notice\">These keys need script"))
        for area in JudgementArea.allCases { #expect(html.contains("<kbd>\(area.deskKey)</kbd>")) }
        #expect(html.contains(#"<body class="staff">"#))
        #expect(try await desk.post("/desk/keys", [("keys", "off")], from: "/desk").status == .noContent)
        for page in ["/desk", "/desk/\(id)"] {
            #expect(try await desk.get(page).html.contains(#"<body class="staff" data-keys="off">"#))
        }
        #expect(try await site.post("/desk/keys", [("keys", "on")], cookie: desk.cookie).status == .forbidden)
        #expect(try await desk.post("/desk/keys", [("keys", "on")], from: "/desk").status == .noContent)
        #expect(try await desk.get("/desk").html.contains(#"<body class="staff">"#))
    }

    @Test func `no two keys of the page are the same`() {
        let keys = JudgementArea.allCases.map(\.deskKey) + ["j", "k", "x", "a", "A", "g", "?", "1", "2", "3", "4", "5"]
        #expect(Set(keys).count == keys.count)
    }

    @Test func `a wall of 10,000 letters and turned ones alike makes a page`() async throws {
        let site = try await TestStaffSite()
        let desk = try await site.browser(of: .moderator)
        for words in [String(repeating: "a", count: 10_000), String(repeating: "a\u{202E}", count: 5_000)] {
            let id = try await site.receive(words)
            let page = try await desk.get("/desk/\(id)")
            #expect(page.status == .ok && page.html.contains("data-to=\"10000\""))
        }
    }
}
