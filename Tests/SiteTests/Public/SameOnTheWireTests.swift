import Concerns
import HTTPTypes
import Pages
import Sealing
import Store
import Testing

@testable import PublicSite

/// What someone who watches the line sees, in every language: answers that differ in what they say do not differ in length.
struct SameOnTheWireTests {
    /// Rendering ten languages takes a while, so the tests that change nothing for one another share one site.
    private static let site = Result { try TestPublicSite(languages: PublicFiles.languages()) }
    private static let roots = Result { try PublicFiles.languages().map(\.language.root) }

    private static let calm = "My room is nice"
    private static let danger = "he is hitting me right now"

    @Test(arguments: [[], ["&"], Array(repeating: ["&", "ሰ"], count: 10).flatMap(\.self)])
    func `a known, an unknown and a mistyped receipt, with as many long answers as there may be`(
        letters: [String]
    ) async throws {
        let site = try Self.site.get()
        let known = try await Self.receipt(answeredIn: letters, at: site)
        let unknown = site.receiptWords.text(of: Receipt(random: [1, 2, 3, 4, 5, 6, 7, 8, 9]))
        let mistyped = unknown.split(separator: " ").reversed().joined(separator: " ")
        for root in try Self.roots.get() {
            var seen: Set<String> = []
            for typed in [known, unknown, mistyped, ""] {
                seen.insert(try await site.post("\(root)/receipt", [("receipt", typed)]).onTheWire)
            }
            #expect(seen.count == 1, "\(root) \(seen)")
        }
        // Further pages of answers, in the language that needs most room.
        var seen: Set<String> = []
        for page in [1, 2, 3, letters.count] {
            let fields = [("receipt", known), ("page", "\(page)")]
            seen.insert(try await site.post("/ckb/receipt", fields).onTheWire)
        }
        #expect(seen.count == 1, "\(seen)")
    }

    @Test func `danger and anything else, about a council that is known or not`() async throws {
        let site = try Self.site.get()
        for root in try Self.roots.get() {
            var seen: Set<String> = []
            for words in [Self.calm, Self.danger] {
                for council in ["Leeds", "somewhere by the sea"] {
                    let fields = [("token", site.token()), ("message", words), ("council", council)]
                    let answer = try await site.post("\(root)/tell", fields)
                    #expect(answer.receipt != nil && answer.leadsWithHelp == (words == Self.danger))
                    seen.insert(answer.onTheWire)
                }
            }
            #expect(seen.count == 1, "\(root) \(seen)")
        }
    }

    @Test func `each page of the form, with danger in it or not, and when it is refused`() async throws {
        let site = try Self.site.get()
        for root in try Self.roots.get() {
            for step in TellStep.allCases {
                var seen: Set<String> = []
                for words in [Self.calm, Self.danger] {
                    let fields = [("token", site.token()), ("message", words)]
                    seen.insert(try await site.post("\(root)\(step.address)", fields).onTheWire)
                }
                #expect(seen.count == 1, "\(root)\(step.address) \(seen)")
            }
            let refused = try await [Self.calm, Self.danger].asyncMap {
                try await site.post("\(root)/tell", [("token", "stale"), ("message", $0)]).onTheWire
            }
            #expect(Set(refused).count == 1, "\(root) \(refused)")
        }
    }

    @Test func `words of every length, with danger in them or not`() async throws {
        let site = try TestPublicSite()
        for length in stride(from: 14_000, through: 22_000, by: 250) {
            // Four bytes a letter as an escape, so that the page grows past its first size on the way.
            let filler = String(repeating: "<", count: length / 4)
            let answers = try await [Self.calm, Self.danger].asyncMap {
                try await site.post("/tell/words", [("token", site.token()), ("message", "\($0) \(filler)")])
            }
            #expect(Set(answers.map(\.bytes.count)).count == 1, "\(length)")
        }
    }

    @Test func `words added with a receipt that is known, unknown or mistyped`() async throws {
        let site = try Self.site.get()
        let known = try await Self.receipt(answeredIn: ["a"], at: site)
        let unknown = site.receiptWords.text(of: Receipt(random: [9, 8, 7, 6, 5, 4, 3, 2, 1]))
        for root in try Self.roots.get() {
            for words in ["It got worse", Self.danger] {
                var seen: Set<String> = []
                for typed in [known, unknown, "x"] {
                    let fields = [("receipt", typed), ("message", "\(words) \(root)")]
                    seen.insert(try await site.post("\(root)/receipt/add", fields).onTheWire)
                }
                #expect(seen.count == 1, "\(root) \(seen)")
            }
        }
    }

    @Test(arguments: [100, 2_000, 9_900], [0, 500, 8_000])
    func `long words added, with signs that grow on the page, whether the receipt is known or not`(
        letters: Int, signs: Int
    ) async throws {
        let site = try Self.site.get()
        let known = try await Self.receipt(answeredIn: ["a"], at: site)
        let unknown = site.receiptWords.text(of: Receipt(random: [9, 8, 7, 6, 5, 4, 3, 2, 1]))
        let words = String(repeating: "&", count: min(signs, 10_000 - letters)) + String(repeating: "x", count: letters)
        var sizes: Set<Int> = []
        for typed in [known, unknown] {
            let fields = [("receipt", typed), ("message", words)]
            sizes.insert(try await site.post("/ti/receipt/add", fields).bytes.count)
        }
        #expect(sizes.count == 1, "\(sizes)")
    }

    @Test func `nothing that answers a form is packed, whatever the browser takes`() async throws {
        let site = try TestPublicSite()
        for address in ["/tell", "/tell/about", "/receipt", "/receipt/add", "/receipt/withdraw", "/councils", "/no"] {
            let answer = try await site.post(
                address, [("token", site.token()), ("message", "Hello"), ("receipt", "x"), ("council", "Oxford")],
                headers: [.acceptEncoding: "gzip, br, deflate"])
            #expect(answer.headers[.contentEncoding] == nil, "\(address)")
            #expect(answer.headers[.contentLength] == "\(answer.bytes.count)", "\(address)")
            #expect(answer.bytes.count == SizedPage.smallest || address == "/councils", "\(address)")
        }
        // Nor is the page with a token in it.
        #expect(try await site.get("/tell", headers: [.acceptEncoding: "gzip"]).headers[.contentEncoding] == nil)
    }

    @Test func `an answer to a form waits for the grid`() async throws {
        let site = try TestPublicSite(isRelaxed: false)
        let clock = ContinuousClock()
        let step = Duration.milliseconds(500)
        let post = try await clock.measure { _ = try await site.post("/receipt", [("receipt", "x")]) }
        #expect(post >= step)
    }

    /// A receipt of a message that was answered once in 2,000 of each of these letters.
    private static func receipt(answeredIn letters: [String], at site: TestPublicSite) async throws -> String {
        let typed = try #require(try await site.tell("Hello \(letters.joined())").receipt)
        let receipt = try #require(site.receiptWords.receipt(typed: typed))
        let thread = try #require(try await site.threads.thread(lookup: site.receipts.derive(receipt).lookup))
        for letter in letters {
            try await site.decide(
                .hold, about: thread.concern, reply: String(repeating: letter, count: 2_000), asks: true)
        }
        return typed
    }
}

extension Sequence {
    fileprivate func asyncMap<Result>(_ transform: (Element) async throws -> Result) async rethrows -> [Result] {
        var results: [Result] = []
        for element in self { results.append(try await transform(element)) }
        return results
    }
}
