import Concerns
import HTTPTypes
import Pages
import Store
import Testing

/// Every page in every language, in one site, as none of these tests changes anything for another.
struct LanguagesTests {
    private static let site = Result { try TestPublicSite(languages: PublicFiles.languages()) }
    private static let languages = Result { try PublicFiles.languages() }
    private static let pages = [
        "/", "/tell", "/receipt", "/councils", "/councils/E08000025", "/councils/E10000006", "/help-now", "/privacy",
        "/stay-safe", "/languages", "/paper", "/councils/E08000025/poster",
    ]

    @Test func `there are ten languages, English first, and each but English waits for a person to check it`() throws {
        let languages = try Self.languages.get().map(\.language)
        #expect(languages.map(\.code) == ["en", "ar", "fa", "ps", "ti", "ckb", "vi", "sq", "pl", "cy"])
        #expect(languages.filter(\.isChecked).map(\.code) == ["en"])
        #expect(Set(languages.filter(\.isRightToLeft).map(\.code)) == ["ar", "fa", "ps", "ckb"])
    }

    @Test(arguments: pages)
    func `each page is there in each language, says which, and leads to no other`(page: String) async throws {
        let site = try Self.site.get()
        for words in try Self.languages.get() {
            let answer = try await site.get(words.language.root + page)
            #expect(answer.status == .ok, "\(words.language.root)\(page)")
            Self.expect(answer, in: words.language, hasLanguages: ["/", "/languages"].contains(page))
        }
    }

    @Test func `so it is with every answer to a form`() async throws {
        let site = try Self.site.get()
        for words in try Self.languages.get() {
            let root = words.language.root
            let form = [("token", site.token()), ("message", "Hello \(root)")]
            let sent = try await site.post("\(root)/tell", form)
            let receipt = [("receipt", try #require(sent.receipt, "\(root)"))]
            for answer in [
                sent, try await site.post("\(root)/tell", [("message", "")]),
                try await site.post("\(root)/tell", [("message", "Hello"), ("who", "x")]),
                try await site.post("\(root)/tell/about", form), try await site.post("\(root)/tell/check", form),
                try await site.post("\(root)/tell/who", form + [("council", "Richmond")]),
                try await site.post("\(root)/receipt", receipt), try await site.post("\(root)/receipt", []),
                try await site.post("\(root)/councils", [("council", "Richmond")]),
            ] { Self.expect(answer, in: words.language) }
            let found = try await site.post("\(root)/councils", [("council", "Leeds")])
            #expect(found.headers[.location] == "\(root)/councils/E08000035")
            #expect(try await site.get("\(root)/tell/age").headers[.location] == "\(root)/tell")
            #expect(try await site.get("\(root)/receipt/add").headers[.location] == "\(root)/receipt")
        }
    }

    @Test func `where nobody has checked the words, the lines that keep someone safe stand in English too`()
        async throws
    {
        let site = try Self.site.get()
        let english = try PublicFiles.words()
        for words in try Self.languages.get().dropFirst() {
            let root = words.language.root
            let danger = [("message", "he is hitting me right now"), ("token", site.token())]
            for (answer, keys) in [
                (try await site.get("\(root)/"), ["homeHelpNowText"]),
                (try await site.get("\(root)/tell"), Self.said),
                (try await site.get("\(root)/privacy"), Self.said),
                (try await site.get("\(root)/paper"), Self.said),
                (try await site.post("\(root)/tell", danger), Self.danger),
                (try await site.post("\(root)/tell/about", danger), Self.danger),
                (try await site.post("\(root)/receipt/add", danger), Self.danger),
                (try await site.post("\(root)/tell", body: [], headers: [.contentType: "text/plain"]), Self.danger),
            ] {
                for key in ["unchecked", "helpStripTitle"] + keys {
                    #expect(answer.html.contains(english(key)), "\(root) \(key)")
                }
                #expect(answer.html.contains(words("unchecked")), "\(root)")
            }
        }
        for page in [try await site.get("/"), try await site.get("/tell")] {
            #expect(!page.html.contains(english("unchecked")))
        }
    }

    private static let said = [
        "whoReadsPerson", "whoReadsNot", "wordsCanTell", "wordsCanTellHow", "mustTell", "mustTellWho", "cannotFindYou",
    ]
    private static let danger = ["dangerTitle", "dangerPerhaps", "dangerWeCannotCome"]

    @Test func `an error is told in the language of its address`() async throws {
        let site = try Self.site.get()
        for words in try Self.languages.get() {
            let root = words.language.root
            let lost = try await site.get("\(root)/no/such/page")
            let refused = try await site.get("\(root)/tell", .delete)
            #expect([lost.status, refused.status] == [.notFound, .methodNotAllowed])
            #expect(lost.main.contains(words("errorNotFound")) && refused.main.contains(words("errorNotAllowed")))
            for answer in [lost, refused] { Self.expect(answer, in: words.language) }
        }
        // What only looks like a language is none.
        for address in ["/arx/tell", "/AR/tell", "/en/tell", "/de/"] {
            let lost = try await site.get(address)
            #expect(lost.status == .notFound && lost.html.contains(#"<html lang="en" dir="ltr">"#), "\(address)")
        }
    }

    @Test(arguments: [("/ar", "ar"), ("", nil)])
    func `what is sent from a language's page is kept with it, from the English one without`(
        root: String, kept: String?
    ) async throws {
        let languages = try Self.languages.get().filter { ["en", "ar"].contains($0.language.code) }
        let site = try TestPublicSite(languages: languages)
        let page = try await site.post("\(root)/tell/age", [("token", site.token()), ("message", "مرحبا")])
        _ = try await site.post("\(root)/tell", page.hidden)
        #expect(try await site.kept.map(\.language) == [kept])
        // Who says another is believed.
        _ = try await site.post("\(root)/tell", page.hidden.filter { $0.0 == "token" } + [("message", "Hallo")])
        #expect(try await site.kept.count == 1)
        _ = try await site.tell("Hallo", [("language", "de")])
        #expect(try await site.kept.contains { $0.language == "de" })
    }

    @Test(arguments: pages)
    func `no title in the browser's history says why someone was here`(page: String) async throws {
        let answer = try await Self.site.get().get(page)
        let title = try #require(answer.between("<title>", "</title>")).lowercased()
        #expect(!title.isEmpty)
        for telling in ["care", "abuse", "danger", "help", "tell", "concern", "social", "safe", "child", "inadequate"] {
            #expect(!title.contains(telling), "\(title)")
        }
    }

    /// That an answer is marked as being in a language, and that all its links stay in it.
    private static func expect(_ answer: PublicAnswer, in language: Language, hasLanguages: Bool = false) {
        #expect(answer.html.contains(#"<html lang="\#(language.code)" dir="\#(language.direction)">"#))
        #expect(!answer.html.contains("{{"))
        let roots = (try? languages.get().map(\.language.root)) ?? []
        for address in answer.addresses {
            let isOurs = ["/style-", "/done.css"].contains(where: address.hasPrefix)
            let isElsewhere = ["#", "tel:", "sms:", "mailto:"].contains(where: address.hasPrefix)
            let isChoice = hasLanguages && roots.map({ "\($0)/" }).contains(address)
            if isOurs || isElsewhere || isChoice { continue }
            let others = roots.filter { $0 != language.root && !$0.isEmpty }
            #expect(address.hasPrefix("\(language.root)/"), "\(address)")
            #expect(!others.contains { address.hasPrefix("\($0)/") || address == $0 }, "\(address)")
        }
    }
}
