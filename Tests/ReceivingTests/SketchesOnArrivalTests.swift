import Concerns
import Receiving
import Store
import Testing
import Triage

/// Whichever way words come in, copies of them can be found, and nothing on disk tells so.
struct SketchesOnArrivalTests {
    private static let words =
        "They are closing Heron House on the first of March and nobody has asked any of us where we want to live."
    private static let copy =
        "they r closing heron house on the first of march and nobody askd any of us were we want to live!! pls help"

    private static func closed(_ desk: Desk) async throws -> [ClosedSketch] {
        try await desk.sketches(beginning: Array(desk.sketchEditions().keys))
    }

    @Test func `a form and what is added to it can be found by their copies`() async throws {
        let site = try TestReception()
        let taken = try await site.send(Self.words, token: site.token())
        #expect(try await site.add(Self.copy, under: taken))
        let rows = try await Self.closed(site.desk)
        let sketches = rows.compactMap { site.sketcher.opened($0.closed, of: $0.concern) }
        #expect(sketches.count == 2 && sketches[0].agreement(with: sketches[1]) >= Sketch.copies)
    }

    @Test func `an imported mail too`() async throws {
        let inbox = try TestInbox()
        let kept = try await inbox.take(TestInbox.mbox([TestInbox.mail(Self.words), TestInbox.mail(Self.copy)]))
        #expect(kept.count(where: { $0.concern != nil }) == 2)
        let rows = try await Self.closed(inbox.desk)
        let sketches = rows.compactMap { inbox.sketcher.opened($0.closed, of: $0.concern) }
        #expect(sketches.count == 2 && sketches[0].agreement(with: sketches[1]) >= Sketch.copies)
    }

    @Test func `the same words twice look as unlike on disk as others, and short ones as long`() async throws {
        let site = try TestReception()
        for words in [Self.words, Self.words, "I am cold", "I am cold"] {
            _ = try await site.send(words, token: site.token())
        }
        let rows = try await Self.closed(site.desk)
        #expect(rows.count == 4 && rows.allSatisfy { $0.closed.count == 64 })
        for (one, other) in zip(rows, rows.dropFirst()) {
            let equal = zip(one.closed, other.closed).reduce(0) { $0 + (8 - ($1.0 ^ $1.1).nonzeroBitCount) }
            #expect((180...332).contains(equal), "\(equal) of 512 bits")
        }
        #expect(rows.count(where: { site.sketcher.opened($0.closed, of: $0.concern) == nil }) == 2)
    }
}
