import HTTPTypes
import Hummingbird
import Pages
import TestSupport
import Testing

struct SizedPageTests {
    @Test func `every page comes in the smallest size that it fits, to the byte, and begins as it was`() {
        let pieces = ["a", "é", "ሰላም", "👩🏽‍🚀", "<p>", "\n", "\u{202E}", " "]
        for seed in UInt64(0)..<120 {
            var generator = Seeded(seed)
            let count = Int.random(in: 0..<60_000, using: &generator) / Int.random(in: 1...50, using: &generator)
            let html = (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
            let sized = Page(html: html).sized().html
            #expect(sized.utf8.count == Self.size(for: html), "seed \(seed)")
            #expect(sized.utf8.starts(with: html.utf8), "seed \(seed)")
        }
    }

    @Test func `at the edge of a size it is still exact`() {
        for size in SizedPage.sizes + [SizedPage.sizes[3] * 2] {
            for spare in -3...12 {
                let html = String(repeating: "é", count: (size - spare) / 2) + (spare.isMultiple(of: 2) ? "" : "a")
                #expect(Page(html: html).sized().html.utf8.count == Self.size(for: html), "\(size) less \(spare)")
            }
        }
    }

    @Test func `what is filled in is one comment of spaces`() {
        let page = Page(html: "<html></html>").sized()
        #expect(page.html.hasPrefix("<html></html><!-- "))
        #expect(page.html.hasSuffix(" -->"))
        #expect(page.html.dropFirst("<html></html><!--".count).dropLast(3).allSatisfy { $0 == " " })
    }

    @Test func `a page of parts is the page of the whole`() {
        #expect(SizedPage.html("<p>", "sevén", "</p>") == Page(html: "<p>sevén</p>").sized().html)
        #expect(SizedPage.smallest == SizedPage.sizes.min())
    }

    @Test func `room that is left free counts as if it were filled`() {
        for spare in -3...12 {
            let html = String(repeating: "a", count: SizedPage.smallest - 700 - spare)
            let longer = html + String(repeating: "b", count: 700)
            #expect(Page(html: html).sized(leaving: 700).html.utf8.count == Page(html: longer).sized().html.utf8.count)
        }
    }

    @Test func `status, fields and the length that is told stay right`() {
        var page = Page(html: "<html></html>", status: .unprocessableContent)
        page.headers[.allow] = "GET"
        let response = page.sized().response()
        #expect(response.status == .unprocessableContent)
        #expect(response.headers[.allow] == "GET")
        #expect(response.headers[.contentLength] == "\(SizedPage.smallest)")
        #expect(response.body.contentLength == SizedPage.smallest)
    }

    /// The size that `html` has to come in: it needs seven bytes more for the comment.
    private static func size(for html: String) -> Int {
        let needed = html.utf8.count + "<!---->".count
        return SizedPage.sizes.first { $0 >= needed }
            ?? SizedPage.sizes[3] * ((needed - 1) / SizedPage.sizes[3] + 1)
    }
}
