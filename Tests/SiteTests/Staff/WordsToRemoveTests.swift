import Concerns
import Testing

@testable import StaffSite

struct WordsToRemoveTests {
    @Test(arguments: [
        ("Tom and tom, not tomorrow", "Tom", [0..<3, 8..<11]),
        ("tomorrow", "Tom", [0..<3]),
        ("St  Mary's\nschool", "mary's school", [4..<17]),
        ("na\u{ef}ve 😀 Zoë Zoë", " Zoë ", [8..<11, 12..<15]),
        ("nothing", "Tom", []),
        ("nothing", "  ", []),
    ])
    func `every occurrence is found by its scalars, whole words before parts`(
        text: String, typed: String, found: [Range<Int>]
    ) {
        #expect(WordsToRemove(typed: typed).found(in: Original(text)) == found)
    }

    @Test func `marked and unmarked pieces together are the whole message`() {
        let original = Original("Tom e\u{301}t 😀 Ann")
        let marked = MarkedWords(
            original, [Redaction(10..<13, .person), Redaction(0..<3, .person), Redaction(1..<5, .other)])
        #expect(marked.pieces.flatMap(\.spans).map(\.text).joined() == original.words)
        #expect(marked.pieces.map(\.isMarked) == [true, true, false, true])
    }
}
