import Concerns
import Testing

struct ShownCountTests {
    @Test(arguments: [(0, "none"), (1, "fewer than 5"), (4, "fewer than 5"), (5, "5"), (12, "12")])
    func `a count under the floor is a band and no number`(count: Int, shown: String) {
        #expect(ShownCount(count, floor: 5).description == shown)
    }
}

struct UrgencyTests {
    @Test func `danger is read before everything else`() {
        #expect(Urgency.allCases.max() == .dangerNow)
        #expect(Urgency.allCases.sorted(by: >) == [.dangerNow, .safeguarding, .concern, .praise, .spam])
    }
}

struct GSSCodeTests {
    @Test(arguments: ["", "E07000008", "W06000001", "e08000025", "E0800002", "E080000255", "E08٠٠٠٠٢٥"])
    func `refuses anything else, and says what to write`(text: String) {
        #expect(throws: NotAGSSCode(text: text)) { try GSSCode(text) }
    }
}
