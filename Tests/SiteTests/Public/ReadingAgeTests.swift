import Testing

struct ReadingAgeTests {
    @Test(arguments: [
        (1, "the see you are looked called helped names times lives school wiped one there free through"),
        (
            2,
            "council people children danger police wanted places pages trouble little being going trying secret answer"
        ),
        (2, "social special quiet hundred message Earshot person private decide agree"),
        (3, "inspectors advocate computer internet history idea area decided messages video remember usual"),
        (4, "inadequate information actually"),
        (5, "adequately"),
    ])
    func `syllables are counted as they are spoken, or one too many in long words`(count: Int, words: String) {
        for word in words.split(separator: " ") {
            #expect(ReadingAge.syllables(in: String(word)) == count, "\(word)")
        }
    }

    @Test func `the grade is that of the published formula`() {
        let age = ReadingAge(lines: ["You can tell us. A person", "helps", "Inspectors"])
        #expect(age.sentences.map(\.count) == [4, 2, 1, 1])
        // 8 words in 4 sentences, with 4 and 3 and 1 and 3 syllables.
        #expect(abs(age.grade - (0.39 * 8 / 4 + 11.8 * 11 / 8 - 15.59)) < 0.001)
    }

    @Test func `a sentence ends with its sign or its line, and not within a number or a name`() {
        let age = ReadingAge(lines: ["Is it so? “Yes.” Call at 9.30am", "For: children"])
        #expect(
            age.sentences.map { $0.joined(separator: " ") } == [
                "Is it so", "“Yes", "Call at 9.30am", "For", "children",
            ])
        #expect(age.longest.count == 3)
    }
}
