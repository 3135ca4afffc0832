import Concerns
import HTTPTypes
import HummingbirdTesting
import Pages
import Testing

struct PaperTests {
    @Test func `the sheet asks what the form asks, in the same words`() async throws {
        let page = try await TestPrintedSite().text("/paper")
        let asked = ["tellLabel", "tellHint", "areaLabel", "councilLabel", "whoLabel", "ageLabel", "shareLabel"]
        let keys =
            asked
            + JudgementArea.allCases.map { "area-\($0)" } + Teller.allCases.map { "who-\($0.rawValue)" }
            + AgeBand.allCases.map { "age-\($0.rawValue)" } + Sharing.allCases.map { "share-\($0.rawValue)" }
        let words = try PublicFiles.words()
        for key in keys { #expect(page.contains(words(key)), "\(key)") }
    }

    @Test func `it says before the words are written who reads them, when others are told, and whom to call`()
        async throws
    {
        let page = try await TestPrintedSite().text("/paper")
        let before = try #require(page.components(between: "<article", #"<div class="ruled">"#).first)
        for words in [
            "A trained person reads it.", "But your words can give you away.",
            "If someone is in danger, we must tell people who protect children.",
            "Without a name, we may not be able to find you.", "Call 999", "0800 1111", "85258",
        ] { #expect(before.contains(words), "\(words)") }
    }

    @Test func `it says who types it in and how the seven words come back`() async throws {
        let page = try await TestPrintedSite().text("/paper")
        for words in [
            "A trained person types in your words as they are. That can be your advocate.", "seven secret words",
            "An advocate can hand them over.", "What you write here may tell us who you are.",
        ] { #expect(page.contains(words), "\(words)") }
    }

    @Test func `where there is an address to post it to, it stands there line by line`() async throws {
        let page = try await TestPrintedSite(postTo: "Earshot| PO Box <1>|London|").text("/paper")
        #expect(page.contains("<p>Earshot<br>PO Box &lt;1&gt;<br>London<br></p>"))
        #expect(page.contains("Or give it to your advocate."))
    }

    @Test(arguments: ["", "|", " | "])
    func `where there is none, it goes to the advocate`(postTo: String) async throws {
        let page = try await TestPrintedSite(postTo: postTo).text("/paper")
        #expect(page.contains("Give this paper to your advocate."))
        #expect(!page.contains("Post this paper to"))
    }

    @Test func `nothing on it can be filled in on the screen, where it would be lost`() async throws {
        let page = try await TestPrintedSite().text("/paper")
        for element in ["<form", "<input", "<textarea", "<select", "<button"] { #expect(!page.contains(element)) }
        #expect(try await TestPrintedSite().get("/paper", .post).status == .methodNotAllowed)
    }
}
