import Concerns
import Foundation
import Sealing
import TestSupport
import Testing

struct SendingKeysTests {
    private static let day = 86_400
    private let keys = SendingKeys { Data(repeating: UInt8(truncatingIfNeeded: $0), count: 32) }

    private func token(_ number: UInt8, onDay day: Int = 20_000) -> FormToken {
        FormToken(madeAtSecond: day * Self.day + 60, nonce: Data(repeating: number, count: 16))
    }

    @Test func `a form has one receipt, and no other form has it`() throws {
        let receipts = try (UInt8(0)...255).map { try #require(keys.receipt(for: token($0))) }
        #expect(Set(receipts).count == 256)
        #expect(keys.receipt(for: token(7)) == receipts[7])
    }

    @Test func `the same form made under another key has another receipt and other marks`() throws {
        let (one, other) = (token(1), token(1, onDay: 20_001))
        #expect(keys.receipt(for: one) != keys.receipt(for: other))
        let content = Data("words".utf8)
        let marks = try [one, other].map { try #require(keys.marks(of: $0, content: content)) }
        #expect(marks[0].mark != marks[1].mark && marks[0].content != marks[1].content)
        #expect(marks.map(\.epoch) == [20_000, 20_001])
    }

    @Test func `the mark is the form's, the other mark is the content's too`() throws {
        let one = try #require(keys.marks(of: token(1), content: Data("one".utf8)))
        let two = try #require(keys.marks(of: token(1), content: Data("two".utf8)))
        #expect(one.mark == two.mark && one.content != two.content)
        #expect(try #require(keys.marks(of: token(1), content: Data("one".utf8))) == one)
        let other = try #require(keys.marks(of: token(2), content: Data("one".utf8)))
        #expect(other.mark != one.mark && other.content != one.content)
        #expect(one.mark.count == 32 && one.content.count == 32)
    }

    private func marks(
        ofAdding words: String, to thread: UInt64 = 1, with additionKey: UInt8 = 1, onDay day: Int = 1
    ) throws -> SendingMarks {
        try #require(
            keys.marks(
                ofAdding: Original(words), to: ConcernID(of: thread), with: Data(repeating: additionKey, count: 32),
                atSecond: day * Self.day))
    }

    @Test func `words added to a thread have a mark of their own in each thread, each day`() throws {
        let marks = try [
            marks(ofAdding: "a"), marks(ofAdding: "b"), marks(ofAdding: "a", to: 2), marks(ofAdding: "a", onDay: 2),
        ]
        #expect(Set(marks.map(\.mark)).count == 4)
        #expect(try self.marks(ofAdding: "a") == marks[0])
    }

    @Test func `who has the day's key and the thread's name cannot guess what was added without the receipt`() throws {
        let kept = try marks(ofAdding: "yes", with: 1)
        let guessed = try marks(ofAdding: "yes", with: 2)
        #expect(guessed.mark != kept.mark && guessed.content != kept.content)
    }

    @Test func `without its key nothing is derived`() {
        let keys = SendingKeys { _ in nil }
        #expect(keys.receipt(for: token(1)) == nil)
        #expect(keys.marks(of: token(1), content: Data()) == nil)
        #expect(keys.marks(ofAdding: Original("a"), to: ConcernID(of: 1), with: Data(), atSecond: 0) == nil)
    }

    @Test func `the key that is asked for is that of the day on which the form was made`() {
        for (second, day) in [(0, 0), (86_399, 0), (86_400, 1), (1_795_510_800, 20_781)] {
            #expect(SendingKeys.epoch(ofSecond: second) == day)
        }
    }
}
