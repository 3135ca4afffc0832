import Testing
import Triage

struct NearDuplicatesTests {
    private static let others = (0..<40).map { number in
        (
            "o\(number)",
            "message \(number) about room \(number * 7) and the \(["bus", "food", "phone", "review"][number % 4]) on day \(number)"
        )
    }

    @Test func `the same appeal in careless spelling is one voice, another child's is not`() {
        let texts = [
            ("a", "They closed Marlpit House with two days notice and nobody asked any of us where we want to live."),
            ("b", "they closd marlpit house with 2 days notice n nobody askd any of us were we want to live!!"),
            ("c", "My social worker never rings me back and I have not seen my sister since June."),
        ]
        let found = clusters(of: texts + Self.others)
        #expect(found["a"] != nil && found["a"] == found["b"])
        #expect(found["c"] == nil)
    }

    @Test
    func `two who tell of one event in their own words are found by its names, two who share a name alone are not`() {
        let texts = [
            (
                "a",
                "On Friday night Dalton from the night staff held Ezekiel on the stairs at Quorn Lodge until he could not speak."
            ),
            ("b", "dalton had zeke ezekiel down by the stairs on friday at quorn lodge, his arm is well bad now"),
            ("c", "Ezekiel likes the football kit he got, thank you all very much."),
        ]
        let names: [String: Set<String>] = [
            "a": ["dalton", "ezekiel", "quorn"], "b": ["dalton", "zeke", "ezekiel", "quorn"], "c": ["ezekiel"],
        ]
        let found = clusters(of: texts + Self.others) { names[$0] ?? [] }
        #expect(found["a"] != nil && found["a"] == found["b"])
        #expect(found["c"] == nil)
    }

    @Test func `nothing is like nothing`() {
        #expect(clusters(of: []).isEmpty)
        #expect(clusters(of: [("a", ""), ("b", "")]).isEmpty)
    }
}
