import Concerns
import Foundation
import HTTPTypes
import Store
import Testing

/// What is true of every answer of the young people's site.
struct PublicAnswersTests {
    static let pages = [
        "/", "/tell", "/receipt", "/councils", "/councils/E08000025", "/help-now", "/privacy", "/stay-safe",
    ]

    @Test(arguments: pages)
    func `each page has help and the way out in the same place, and neither script nor inline style`(
        address: String
    ) async throws {
        let page = try await TestPublicSite().get(address)
        #expect(page.status == .ok)
        let head = try #require(page.between("<body>", "<main"))
        for words in [#"id="exit""#, #"href="/leave""#, "tel:999", "tel:08001111", "sms:85258"] {
            #expect(head.contains(words), "\(words)")
        }
        for part in ["<script", " style=", "<style", "http://", "https://", "{{"] {
            #expect(!page.html.contains(part), "\(part)")
        }
        #expect(!page.html.contains("demonstrat"))
    }

    @Test(arguments: pages)
    func `the pages' names follow what the page is for`(address: String) async throws {
        let page = try await TestPublicSite().get(address)
        let end = try #require(page.html.range(of: "</main>"))
        let names = try #require(page.html.range(of: #"<nav class="rooms""#))
        let foot = try #require(page.html.range(of: "<footer"))
        #expect(end.upperBound <= names.lowerBound && names.upperBound <= foot.lowerBound)
        #expect(try #require(page.between("<body>", "<header")).contains(##"<a class="skip" href="#main">"##))
    }

    @Test(arguments: pages)
    func `headings go down one step at a time from one first heading`(address: String) async throws {
        Self.expectHeadingsInOrder(try await TestPublicSite().get(address))
    }

    @Test func `headings are in order also where help and problems come first`() async throws {
        Self.expectHeadingsInOrder(try await TestPublicSite().tell("he is hitting me right now", [("who", "x")]))
    }

    @Test(arguments: pages)
    func `a demonstration says so on each page`(address: String) async throws {
        let page = try await TestPublicSite(isDemonstration: true).get(address)
        let header = try #require(page.between("<header", "</header>"))
        #expect(header.contains(#"<p class="demonstration">"#))
    }

    @Test(arguments: pages)
    func `whoever asks for the head only gets that`(address: String) async throws {
        let site = try TestPublicSite()
        let head = try await site.get(address, .head)
        #expect(head.status == .ok)
        #expect(head.html.isEmpty)
    }

    @Test func `every answer, refusals too, has all headers and words in it`() async throws {
        let site = try TestPublicSite()
        let tooBig = Array("message=".utf8) + Array(repeating: UInt8(ascii: "x"), count: 256 * 1024)
        let answers: [(PublicAnswer, HTTPResponse.Status)] = [
            (try await site.get("/"), .ok),
            (try await site.get("/no/such/page"), .notFound),
            (try await site.get("/leave/nowhere"), .notFound),
            (try await site.tell(""), .unprocessableContent),
            (try await site.post("/tell", body: tooBig), .contentTooLarge),
            (
                try await site.post("/tell", body: [], headers: [.contentType: "application/json"]),
                .unsupportedMediaType
            ),
            (try await site.post("/tell", [("message", "x")], headers: Self.fetchSite("cross-site")), .forbidden),
            (try await site.post("/tell", [("message", "x")], headers: Self.fetchSite("same-site")), .forbidden),
            (try await site.get("/tell", .put), .methodNotAllowed),
        ]
        for (answer, status) in answers {
            #expect(answer.status == status)
            #expect(answer.main.contains("<h1>"))
            #expect(answer.headers[.cacheControl] == "no-store")
            #expect(answer.header("Referrer-Policy") == "no-referrer")
            #expect(answer.header("Cross-Origin-Opener-Policy") == "same-origin")
            #expect(answer.header("Cross-Origin-Resource-Policy") == "same-origin")
            #expect(answer.header("Cross-Origin-Embedder-Policy") == "require-corp")
            #expect(answer.header("X-Content-Type-Options") == "nosniff")
            #expect(answer.header("Content-Security-Policy")?.contains("default-src 'none'") == true)
            #expect(answer.header("Content-Security-Policy")?.contains("unsafe") == false)
            #expect(answer.header("Set-Cookie") == nil)
            #expect(answer.header("ETag") == nil)
            #expect(answer.header("Server") == nil)
        }
    }

    @Test func `the page about privacy names all that is kept of a form`() async throws {
        let page = try await TestPublicSite().get("/privacy")
        for words in [
            "Your words, locked", "your age and your language", "any council you typed",
            "Your council, and what you ticked",
            "Your words without names are kept for inspectors, if you said yes", "The day you wrote",
        ] { #expect(page.main.contains(words), "\(words)") }
    }

    @Test func `help leads the answer to every form that was refused, whatever it said`() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "earshot-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let site = try TestPublicSite(file: folder.appending(path: "test.sqlite"))
        let tooBig = Array(repeating: UInt8(ascii: "x"), count: 256 * 1024 + 1)
        try site.records.close()
        let unread = site.receiptWords.text(of: Receipt(random: [1, 2, 3, 4, 5, 6, 7, 8, 9]))
        let answers = [
            try await site.post("/tell", body: tooBig),
            try await site.post("/tell", body: [], headers: [.contentType: "application/json"]),
            try await site.post("/tell", [("message", "x")], headers: Self.fetchSite("cross-site")),
            try await site.post("/receipt", [("receipt", unread)]),
            try await site.post("/privacy", [("message", "x")]),
        ]
        #expect(answers.map(\.status.code) == [413, 415, 403, 503, 405])
        for answer in answers {
            let help = try #require(answer.main.range(of: #"<div class="danger""#), "\(answer.status)")
            let heading = try #require(answer.main.range(of: "<h1"))
            #expect(help.lowerBound < heading.lowerBound)
            #expect(answer.main.contains("tel:999"))
            // Nobody knows what it said, so the page asks and does not tell.
            #expect(answer.main.contains("Is someone in danger?"))
        }
        #expect(!(try await site.get("/no/such/page")).main.contains(#"class="danger""#))
    }

    @Test(arguments: pages + ["/leave", "/leave/on"])
    func `what a page does not take is refused in words, and it says what it takes`(address: String) async throws {
        let site = try TestPublicSite()
        let takesForms = ["/tell", "/receipt", "/councils"].contains(address)
        for method in [HTTPRequest.Method.put, .patch, .delete] + (takesForms ? [] : [.post]) {
            let answer = try await site.get(address, method)
            #expect(answer.status == .methodNotAllowed)
            #expect(answer.headers[.allow] == (takesForms ? "GET, HEAD, POST" : "GET, HEAD"))
            #expect(answer.main.contains("This page cannot do that"))
        }
    }

    @Test func `a form that an older browser sends from another site is refused, and one of our own is taken`()
        async throws
    {
        let site = try TestPublicSite()
        for (origin, status) in [
            ("https://evil.example", HTTPResponse.Status.forbidden), ("http://localhost", .ok), ("null", .ok),
        ] {
            let answer = try await site.post(
                "/tell", [("token", site.token()), ("message", "Hello \(origin)")], headers: [.origin: origin])
            #expect(answer.status == status, "\(origin)")
        }
    }

    @Test func `a form of our own is taken, also where the browser hides where it came from`() async throws {
        let site = try TestPublicSite()
        for place in ["same-origin", "none"] {
            var headers = Self.fetchSite(place)
            headers[.origin] = "null"
            let answer = try await site.post(
                "/tell", [("token", site.token()), ("message", "Hello")], headers: headers)
            #expect(answer.status == .ok)
        }
    }

    @Test func `the way out is blank, moves on by itself, and clears what the browser kept`() async throws {
        let site = try TestPublicSite()
        let blank = try await site.get("/leave")
        #expect(blank.status == .ok)
        #expect(blank.html.contains(#"<meta http-equiv="refresh" content="0; url=/leave/on">"#))
        #expect(!blank.html.contains("Earshot"))
        let on = try await site.get("/leave/on")
        #expect(on.status == .seeOther)
        #expect(on.headers[.location] == "https://example.org/")
        #expect(on.header("Clear-Site-Data")?.contains(#""cache""#) == true)
    }

    private static func expectHeadingsInOrder(_ page: PublicAnswer) {
        let levels = page.main.matches(of: /<h([1-6])/).compactMap { Int($0.1) }
        #expect(levels.first == 1)
        #expect(levels.count { $0 == 1 } == 1)
        for (one, next) in zip(levels, levels.dropFirst()) { #expect(next <= one + 1) }
    }

    private static func fetchSite(_ value: String) -> HTTPFields {
        var fields = HTTPFields()
        if let name = HTTPField.Name("Sec-Fetch-Site") { fields[name] = value }
        return fields
    }
}
