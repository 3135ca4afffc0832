import HTTPTypes
import Testing

/// What stands in the head of every answer, whatever it is, and what never does.
struct FrontDoorHeadersTests {
    private static func style(of site: TestPublicSite) async throws -> String {
        String(try #require(try await site.get("/").between(#"<link rel="stylesheet" href=""#, "\"")))
    }

    private static func answers(of site: TestPublicSite) async throws -> [(String, PublicAnswer)] {
        var answers: [(String, PublicAnswer)] = []
        let read = [
            "/", "/tell", "/tell/about", "/receipt", "/receipt/add", "/councils", "/councils/E08000025",
            "/councils/E10000006", "/councils/E08000025/poster", "/councils/E08000025/qr.png",
            "/councils/E08000025/feed.atom", "/councils/E09999999", "/help-now", "/privacy", "/stay-safe", "/languages",
            "/paper", "/leave", "/leave/on", "/done.css", "/no/such/page", "/favicon.ico", "/robots.txt",
        ]
        for address in read + [try await style(of: site)] {
            answers.append((address, try await site.get(address, headers: [.acceptEncoding: "gzip"])))
        }
        let receipt = try #require(try await site.tell("Hello").receipt)
        let form = [("token", site.token()), ("message", "Hello"), ("receipt", receipt), ("council", "Leeds")]
        for address in [
            "/tell", "/tell/about", "/tell/check", "/receipt", "/receipt/add", "/receipt/withdraw", "/councils",
            "/leave",
            "/no/such/page",
        ] {
            answers.append(("POST \(address)", try await site.post(address, form)))
            answers.append(("POST nothing \(address)", try await site.post(address, [])))
        }
        answers.append(("not a form", try await site.post("/tell", body: [], headers: [.contentType: "text/plain"])))
        return answers
    }

    @Test func `every answer, of every kind, keeps nothing and lets nothing in`() async throws {
        let site = try TestPublicSite()
        let style = try await Self.style(of: site)
        for (what, answer) in try await Self.answers(of: site) {
            let cache = what == style ? "public, max-age=31536000, immutable" : "no-store"
            for (name, value) in [
                ("Cache-Control", cache), ("Referrer-Policy", "no-referrer"), ("X-Content-Type-Options", "nosniff"),
                ("Cross-Origin-Opener-Policy", "same-origin"), ("Cross-Origin-Resource-Policy", "same-origin"),
                ("Cross-Origin-Embedder-Policy", "require-corp"),
            ] { #expect(answer.header(name) == value, "\(what) \(name)") }
            let policy = try #require(answer.header("Content-Security-Policy"), "\(what)")
            for part in ["default-src 'none'", "script-src 'none'", "form-action 'self'", "frame-ancestors 'none'"] {
                #expect(policy.contains(part), "\(what) \(part)")
            }
            #expect(!policy.contains("unsafe") && !policy.contains("http") && !policy.contains("*"), "\(what)")
            let features = try #require(answer.header("Permissions-Policy"), "\(what)").split(separator: ", ")
            #expect(features.count > 20 && features.allSatisfy { $0.hasSuffix("=()") }, "\(what)")
            for name in ["Set-Cookie", "ETag", "Last-Modified", "Server", "Link", "Refresh", "Earshot-Slowed-By"] {
                #expect(answer.header(name) == nil, "\(what) \(name)")
            }
        }
    }

    @Test func `no answer loads or leads anywhere else, but on the way out`() async throws {
        let site = try TestPublicSite()
        for (what, answer) in try await Self.answers(of: site) where !what.hasSuffix(".atom") {
            for address in answer.addresses + [answer.headers[.location] ?? ""] where what != "/leave/on" {
                #expect(!address.contains("//") && !address.contains("?"), "\(what) \(address)")
            }
            for part in ["<script", "<svg", " style=", "<style", "@import"] {
                #expect(!answer.html.contains(part), "\(what) \(part)")
            }
        }
    }

    @Test func `the way out is a blank page with a title that says nothing, and moves on at once`() async throws {
        let blank = try await TestPublicSite().get("/leave")
        #expect(blank.status == .ok)
        let body = try #require(blank.between("<body>", "</body>"))
        #expect(!body.contains { !$0.isWhitespace })
        #expect(blank.html.contains("<title>Page</title>"))
        #expect(blank.html.contains(#"<meta http-equiv="refresh" content="0; url=/leave/on">"#))
        #expect(!blank.html.contains("stylesheet") && blank.bytes.count < 500)
    }

    @Test func `then the browser is told to forget this site, and is sent on to another`() async throws {
        let on = try await TestPublicSite().get("/leave/on")
        #expect(on.status == .seeOther && on.html.isEmpty)
        #expect(on.headers[.location] == "https://example.org/")
        #expect(on.header("Clear-Site-Data") == #""cache", "cookies", "storage""#)
    }

    @Test func `after sending, and behind the seven words, the page before it is taken from the browser's memory`()
        async throws
    {
        let site = try TestPublicSite()
        let done = try await site.get("/done.css")
        #expect(done.status == .ok && done.bytes.isEmpty)
        #expect(done.headers[.contentType]?.hasPrefix("text/css") == true)
        #expect(done.header("Clear-Site-Data") == #""cache""#)
        let link = #"<link rel="stylesheet" href="/done.css">"#
        let sent = try await site.tell("he is hitting me right now")
        let receipt = try #require(sent.receipt)
        for page in [sent, try await site.tell("Hello"), try await site.post("/receipt", [("receipt", receipt)])] {
            #expect(try #require(page.between("<head>", "</head>")).contains(link))
        }
        // Nowhere else: what is being written must survive a reload.
        for page in [
            try await site.get("/"), try await site.get("/tell"), try await site.tell(""),
            try await site.post("/tell/about", [("message", "Hello")]),
        ] { #expect(!page.html.contains("done.css")) }
    }
}
