import Concerns
import Foundation
import HTTPTypes
import Sealing
import Store
import Testing

/// What a moderator answers, and what of it asks something.
struct AnswerTests {
    private static let receipt = TestStaffSite.receipt(1)

    /// Accepts a concern with these fields more; the page that came, and the thread afterwards.
    private static func accept(
        _ fields: [(String, String)]
    ) async throws -> (page: StaffAnswer, thread: ConcernThread, opener: ReplyOpener) {
        let site = try await TestStaffSite()
        let derived = try site.receipts.derive(receipt)
        let id = try await site.receive("The hostel is damp.", receipt: derived)
        let page = try await site.browser(of: .moderator).post("/desk/\(id)", TestStaffSite.accepting(fields))
        return (page, try await site.thread(receipt), derived.opener)
    }

    @Test(arguments: [
        ([("reply", "Where is it?"), ("asks", "yes")], true), ([("reply", "Thank you.")], false),
        ([("reply_template", "need-to-ask")], true), ([("reply_template", "need-to-ask"), ("reply", "Please.")], true),
        ([("reply_template", "received-and-read")], false),
        ([("reply_template", "received-and-read"), ("reply", "Where?"), ("asks", "yes")], true),
    ])
    func `a question reaches the thread as one, prepared or the moderator's own`(
        fields: [(String, String)], asks: Bool
    ) async throws {
        let (page, thread, _) = try await Self.accept(fields)
        #expect(page.status == .seeOther)
        #expect(thread.replies.map(\.asks) == [asks])
    }

    @Test func `a box ticked beside no answer is asked back, still ticked`() async throws {
        let (page, thread, _) = try await Self.accept([("asks", "yes")])
        #expect(page.status == .unprocessableContent)
        #expect(page.html.contains(##"<a href="#asks">There is no answer that could ask something."##))
        #expect(page.html.contains(#"aria-describedby="asks-hint" checked"#))
        #expect(thread.replies.isEmpty)
    }

    @Test(arguments: [
        // A family is one character of seven scalars; a line end is one too, and a browser sends it as two.
        (String(repeating: "👨‍👩‍👧‍👦", count: 286), "", false),
        (String(repeating: "👨‍👩‍👧‍👦", count: 285), "", true),
        (String(repeating: "a\r\n", count: 999) + "aa", "", true),
        (String(repeating: "a", count: 2_001), "", false),
        (String(repeating: "a", count: 2_000), "received-and-read", false),
    ])
    func `an answer has two thousand scalars at most, together with the prepared one`(
        words: String, prepared: String, fits: Bool
    ) async throws {
        let (page, thread, opener) = try await Self.accept([("reply", words), ("reply_template", prepared)])
        #expect(page.status == (fits ? .seeOther : .unprocessableContent))
        #expect(thread.replies.count == (fits ? 1 : 0))
        if let reply = thread.replies.first {
            #expect(try opener.open(reply.sealed, in: thread.concern) == words.replacing("\r\n", with: "\n"))
        } else {
            #expect(page.html.contains("An answer may have 2,000 characters"))
            #expect(page.html.contains(words))
        }
    }

    @Test func `everything that is wrong is said at once`() async throws {
        let (page, _, _) = try await Self.accept([("council", "Nowhere"), ("reply_template", "nobody's")])
        for field in ["council", "reply"] { #expect(page.html.contains("<a href=\"#\(field)\">"), "\(field)") }
    }
}
