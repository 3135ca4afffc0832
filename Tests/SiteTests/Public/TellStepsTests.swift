import Concerns
import Foundation
import HTTPTypes
import Receiving
import Store
import Testing

@testable import PublicSite

/// The way through the questions, page by page, sending what each page carries and what is answered on it.
struct TellStepsTests {
    private static let words = "My room is cold & “damp” <b>"

    /// What is answered on each page.
    private static let answers: [(step: TellStep, fields: [(String, String)])] = [
        (.words, [("message", words)]), (.about, [("area", "looked-after"), ("area", "listened-to")]),
        (.council, [("council", "Birmingham"), ("authority", "")]), (.who, [("who", "in-care")]),
        (.age, [("age_band", "11-15")]), (.share, [("share", "words")]), (.check, []),
    ]

    /// The page of a step, reached through all before it.
    private static func page(_ step: TellStep, of site: TestPublicSite) async throws -> PublicAnswer {
        var page = try await site.get("/tell")
        for (answered, next) in zip(answers, answers.dropFirst()) {
            if answered.step == step { break }
            page = try await site.post(next.step.address, page.hidden + answered.fields)
        }
        return page
    }

    @Test func `each page carries all that was answered before it in its form, and nothing else anywhere`() async throws
    {
        let site = try TestPublicSite()
        var page = try await site.get("/tell")
        // A token that was just made is too young to be sent; this one goes all the way in its place.
        let token = site.token()
        var fields = [("token", token)]
        for (answered, next) in zip(Self.answers, Self.answers.dropFirst()) {
            fields += answered.fields.filter { !$0.1.isEmpty }
            page = try await site.post(
                next.step.address, page.hidden.filter { $0.0 != "token" } + answered.fields + [("token", token)])
            #expect(page.status == .ok, "\(next.step)")
            #expect(page.hidden.map(\.0) == fields.map(\.0) && page.hidden.map(\.1) == fields.map(\.1), "\(next.step)")
            #expect(page.addresses.allSatisfy { !$0.contains("?") })
            for name in ["Set-Cookie", "Location", "Link", "Refresh"] { #expect(page.header(name) == nil) }
        }
        let sent = try await site.post("/tell", page.hidden)
        #expect(sent.receipt != nil)
        let waiting = try #require(try await site.desk.awaitingDecision().first)
        let kept = try #require(try await site.desk.concern(waiting.id))
        #expect(waiting.authority?.description == "E08000025" && waiting.teller == .inCare && kept.sharing == .words)
        #expect(
            try site.told(kept)
                == Told(
                    Original(Self.words), councilTyped: "Birmingham", areas: [.lookedAfter, .listenedTo],
                    ageBand: .from11to15, language: nil))
    }

    @Test(arguments: TellStep.questions)
    func `who skips a question leaves no answer to it, and loses no other`(step: TellStep) async throws {
        let site = try TestPublicSite()
        let page = try await Self.page(.check, of: site)
        let next = try #require(step.next)
        let own = [("skip", step.rawValue), ("asked", "Oxford")]
        let skipped = try await site.post(next.address, page.hidden + own)
        let left = page.hidden.map(\.0).filter { !step.fields.union(next.fields).contains($0) }
        #expect(skipped.status == .ok)
        #expect(skipped.hidden.map(\.0).filter { $0 != "asked" } == left)
        let check = try await site.post("/tell/check", skipped.hidden)
        #expect(check.hidden.allSatisfy { !step.fields.contains($0.0) })
    }

    @Test func `who goes back finds the answers chosen, and loses none that came after`() async throws {
        let site = try TestPublicSite()
        let check = try await Self.page(.check, of: site)
        for (answered, chosen) in [
            (TellStep.share, ["words"]), (.age, ["11-15"]), (.who, ["in-care"]),
            (.about, ["looked-after", "listened-to"]),
        ] {
            let page = try await site.post(answered.address, check.hidden)
            #expect(page.chosen == chosen, "\(answered)")
            #expect(page.hidden.map(\.0) == check.hidden.map(\.0).filter { !answered.fields.contains($0) })
        }
        #expect(try await site.post("/tell/words", check.hidden).words == Self.words)
        let council = try await site.post("/tell/council", check.hidden)
        #expect(council.main.contains(#"id="council" name="council" value="Birmingham""#))
    }

    @Test func `each question has a way on, a way past, a way back, and the way to send at once`() async throws {
        let site = try TestPublicSite()
        for step in TellStep.questions {
            let page = try await Self.page(step, of: site)
            let (next, back) = (try #require(step.next?.address), try #require(step.previous?.address))
            #expect(page.main.contains(#"formaction="\#(next)">Next<"#), "\(step)")
            #expect(page.main.contains(#"formaction="\#(next)" name="skip" value="\#(step)""#), "\(step)")
            #expect(page.main.contains(#"formaction="\#(back)""#), "\(step)")
            #expect(page.main.contains(#"<button id="send" type="submit" class="quiet">Send now<"#), "\(step)")
            #expect(page.main.contains(#"<form method="post" action="/tell""#), "\(step)")
        }
    }

    @Test func `the page to look over shows each answer, says what was skipped, and lets each be changed`() async throws
    {
        let site = try TestPublicSite()
        let check = try await Self.page(.check, of: site)
        for answer in [
            "My room is cold &amp; “damp” &lt;b&gt;", "Living in care, Being listened to", "Birmingham",
            "I am in care", "11 to 15", "Yes. Inspectors may read what I wrote.",
        ] { #expect(check.main.contains(#"<dd dir="auto">\#(answer)</dd>"#), "\(answer)") }
        for step in [TellStep.words] + TellStep.questions {
            #expect(check.main.contains(#"formaction="\#(step.address)""#), "\(step)")
        }
        #expect(!check.main.contains("You skipped this"))
        let bare = try await site.post("/tell/check", [("token", site.token()), ("message", "Hello")])
        #expect(bare.main.components(separatedBy: "You skipped this").count - 1 == 4)
        #expect(bare.main.contains("No. Just count that I told you."))
    }

    @Test(arguments: TellStep.allCases)
    func `who comes to a question without a form starts with the words`(step: TellStep) async throws {
        let answer = try await TestPublicSite().get(step.address)
        #expect(answer.status == .seeOther)
        #expect(answer.headers[.location] == "/tell")
    }

    @Test(arguments: TellStep.allCases.dropFirst())
    func `without words the box comes back with the problem, and the other answers with it`(
        step: TellStep
    ) async throws {
        let site = try TestPublicSite()
        let page = try await site.post(step.address, [("message", " \n"), ("who", "in-care"), ("token", site.token())])
        #expect(page.status == .unprocessableContent)
        #expect(page.html.contains(#"id="message-problem""#))
        #expect(page.hidden.contains { $0 == ("who", "in-care") })
    }

    @Test(arguments: TellStep.allCases)
    func `danger is answered with help first on every page, and nothing else is`(step: TellStep) async throws {
        let site = try TestPublicSite()
        let danger = "he is hitting me right now"
        for fields in [[("message", danger)], [("message", "help"), ("council", danger)]] {
            let page = try await site.post(step.address, fields)
            #expect(page.status == .ok && page.leadsWithHelp)
        }
        #expect(!(try await site.post(step.address, [("message", "My room is nice")])).leadsWithHelp)
        // Nothing was sent yet: nobody is called for what is still being written.
        #expect(site.calls.asked == 0)
    }

    @Test func `the whole form can be sent at once, from anywhere`() async throws {
        let site = try TestPublicSite()
        let fields = Self.answers.flatMap(\.fields) + [("token", site.token())]
        #expect(try await site.post("/tell", fields).receipt != nil)
        #expect(try await site.kept.map(\.original.words) == [Self.words])
    }

    @Test(arguments: [("My room is cold", Urgency.spam), ("he is hitting me right now", .dangerNow)])
    func `the trap sets aside what fills it in, keeps it, and never lowers danger`(
        words: String, urgency: Urgency
    ) async throws {
        let site = try TestPublicSite()
        let page = try await site.post(
            "/tell/about", [("token", site.token()), ("message", words), ("website", "http://x.example")])
        let sent = try await site.post("/tell", page.hidden)
        #expect(sent.receipt != nil)
        #expect(try await site.desk.awaitingDecision().map(\.urgency) == [urgency])
        #expect(try await site.kept.map(\.original.words) == [words])
    }
}
