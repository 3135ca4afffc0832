import Concerns
import Foundation
import HTTPTypes
import Pages
import Store
import Testing

struct TellFormTests {
    @Test func `the token is the form's only hidden field`() async throws {
        let form = try await TestPublicSite().get("/tell")
        #expect(form.status == .ok)
        #expect(form.html.components(separatedBy: #"type="hidden""#).count == 2)
        #expect(form.html.contains(#"<input type="hidden" name="token" value=""#))
    }

    @Test(arguments: [
        ("authority", "E08999999"), ("authority", "Leeds"), ("area", "parks"), ("who", "a teacher"),
        ("age_band", "12"), ("share", "everyone"),
    ])
    func `an answer that is not known is refused beside its field, and nothing typed is lost`(
        field: String, value: String
    ) async throws {
        let site = try TestPublicSite()
        let others = [
            ("council", "near Bath"), ("area", "care-leavers"), ("who", "care-leaver"), ("age_band", "16-17"),
            ("share", "words"), ("authority", "E08000025"),
        ].filter { $0.0 != field || field == "area" }
        let answer = try await site.tell("Keep \"this\"", others + [(field, value)])
        #expect(answer.status == .unprocessableContent)
        #expect(answer.html.contains(#"role="alert""#))
        #expect(answer.html.contains(##"<a href="#\##(field)">"##))
        #expect(answer.html.contains(#"id="\#(field)-problem""#))
        #expect(answer.html.contains(#"id="\#(field)""#))
        #expect(answer.html.contains("Keep &quot;this&quot;</textarea>"))
        #expect(answer.html.contains(#"value="near Bath""#))
        let chosen = others.filter { $0.0 != "council" }.map(\.1)
        for value in chosen {
            let tag = try #require(answer.between(#"value="\#(value)""#, ">"), "\(value)")
            #expect(tag.contains("checked") || tag.contains("selected"), "\(value)")
        }
        #expect(try await site.desk.awaitingDecision().isEmpty)
    }

    @Test(arguments: [
        "", "  \n\t ", "\u{200B}\u{2060}", "\r\n", "\u{FFFD}\u{FFFD}", "\0\0", "\u{3164}", "\u{2800}", "\u{301}",
    ])
    func `a message that says nothing is asked for again`(message: String) async throws {
        let answer = try await TestPublicSite().tell(message)
        #expect(answer.status == .unprocessableContent)
        #expect(answer.html.contains(#"id="message-problem""#))
    }

    @Test func `bytes that were no text say nothing`() async throws {
        let site = try TestPublicSite()
        let body = Array("token=\(site.token())&message=%FF%FE".utf8) + [0xC0, 0x80]
        let answer = try await site.post("/tell", body: body)
        #expect(answer.status == .unprocessableContent)
        #expect(answer.html.contains(#"id="message-problem""#))
    }

    @Test(arguments: ["a", "7", "?", "😢", "ሰ", "۵", "👍🏽", "\u{FFFD}no"])
    func `a single sign that can be seen is enough`(message: String) async throws {
        #expect(try await TestPublicSite().tell(message).status == .ok)
    }

    @Test(arguments: [("ti", "ti"), ("pt-BR", "pt-BR"), ("", nil), ("!!", nil), ("a language of my own", nil)])
    func `any language can be named, and an odd one is never why words are refused`(
        language: String, kept: String?
    ) async throws {
        let site = try TestPublicSite()
        #expect(try await site.tell("Hello", [("language", language)]).status == .ok)
        let waiting = try #require(try await site.desk.awaitingDecision().first)
        #expect(try site.told(try #require(try await site.desk.concern(waiting.id))).language == kept)
    }

    @Test func `words from right to left are laid out so`() async throws {
        let form = try await TestPublicSite().get("/tell")
        #expect(try #require(form.between(#"<textarea id="message""#, ">")).contains(#"dir="auto""#))
    }

    @Test func `a message may have 10,000 characters of any script, and no more`() async throws {
        let site = try TestPublicSite()
        #expect(try await site.tell(String(repeating: "😀", count: 10_000)).status == .ok)
        let answer = try await site.tell(String(repeating: "ሰ", count: 10_001))
        #expect(answer.status == .unprocessableContent)
        #expect(answer.html.contains("ሰሰሰ"))
    }

    @Test func `a form without a good token comes back with the words and a token that works`() async throws {
        let site = try TestPublicSite()
        for token in [nil, "", "made.up.here", site.token(age: 1), site.token(age: 13 * 60 * 60), site.token(age: -60)]
        {
            let fields = [("message", "I still want to say this")] + (token.map { [("token", $0)] } ?? [])
            let answer = try await site.post("/tell", fields)
            #expect(answer.status == .unprocessableContent)
            #expect(answer.html.contains("I still want to say this</textarea>"))
            #expect(answer.html.contains(##"<a href="#send">"##))
            let fresh = try #require(answer.between(#"name="token" value=""#, "\""))
            #expect(fresh.split(separator: ".").count == 3)
        }
        #expect(try await site.desk.awaitingDecision().isEmpty)
    }

    @Test func `all that is wrong is said at once, in the order of the page`() async throws {
        let answer = try await TestPublicSite().post(
            "/tell",
            [
                ("message", ""), ("area", "x"), ("authority", "x"), ("who", "x"), ("age_band", "x"),
                ("share", "x"),
            ])
        let fields = answer.html.components(separatedBy: ##"<li><a href="#"##).dropFirst()
            .map { String($0.prefix { $0 != "\"" }) }
        #expect(fields == ["message", "area", "authority", "who", "age_band", "share"])
        let places = try fields.map { try #require(answer.html.range(of: #"id="\#($0)""#)).lowerBound }
        #expect(places == places.sorted())
    }

    @Test(arguments: TestPublicSite.hostileBodies)
    func `no body that a form can have is answered with a fault of ours`(name: String, body: [UInt8]) async throws {
        let site = try TestPublicSite()
        for address in ["/tell", "/receipt"] {
            let answer = try await site.post(address, body: body)
            #expect(answer.status.code < 500, "\(name)")
            #expect(!answer.main.isEmpty, "\(name)")
        }
    }
}

extension TestPublicSite {
    static let hostileBodies: [(String, [UInt8])] = [
        ("nothing", []),
        ("lone percent", Array("message=%&token=%2&%=%%".utf8)),
        ("doubled fields", Array("message=a&message=b&token=x&token=y&who=in-care&who=x&share=words&share=x".utf8)),
        ("NUL bytes", Array("message=%00%00a\u{0}b&area=%00".utf8)),
        ("not UTF-8", Array("message=".utf8) + [0xFF, 0xFE, 0xC0, 0x80] + Array("&who=%FF%FE&receipt=%C3%28".utf8)),
        ("only separators", Array("&&&===&&".utf8)),
        ("a name without end", Array(repeating: UInt8(ascii: "a"), count: 200_000)),
        ("ten thousand and one", Array("message=".utf8) + Array(repeating: UInt8(ascii: "x"), count: 10_001)),
        ("many areas", Array(String(repeating: "area=adoption&", count: 10_000).utf8) + Array("message=x".utf8)),
        ("many marks on one letter", Array(("message=e" + String(repeating: "%CC%81", count: 9_000)).utf8)),
        ("templates and tags", Array("message={{words}}{{{view}}}</textarea><script>&council=\"><b>".utf8)),
        ("a field name that is a path", Array("../../etc=1&message=%2e%2e%2f&__proto__=1".utf8)),
    ]
}
