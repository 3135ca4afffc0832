import Pages
import Testing

/// The forms that CLDR 44 gives for whole numbers, in the languages that are shipped.
struct PluralFormTests {
    @Test(arguments: [
        (
            "ar",
            [
                (0, PluralForm.zero), (1, .one), (2, .two), (3, .few), (10, .few), (11, .many), (99, .many),
                (100, .other), (101, .other), (102, .other), (103, .few), (111, .many), (200, .other),
            ]
        ),
        ("cy", [(0, .zero), (1, .one), (2, .two), (3, .few), (4, .other), (5, .other), (6, .many), (7, .other)]),
        (
            "pl",
            [
                (0, .many), (1, .one), (2, .few), (4, .few), (5, .many), (11, .many), (12, .many), (14, .many),
                (21, .many), (22, .few), (24, .few), (25, .many), (101, .many), (102, .few), (112, .many),
            ]
        ),
        ("vi", [(0, .other), (1, .other), (2, .other)]), ("fa", [(0, .one), (1, .one), (2, .other)]),
        ("ti", [(0, .one), (1, .one), (2, .other)]), ("en", [(0, .other), (1, .one), (2, .other), (101, .other)]),
        ("ps", [(0, .other), (1, .one), (2, .other)]), ("ckb", [(0, .other), (1, .one), (2, .other)]),
        ("sq", [(0, .other), (1, .one), (2, .other)]),
    ])
    func `each number takes the form that the language's grammar asks for`(
        language: String, forms: [(number: Int, form: PluralForm)]
    ) {
        for (number, form) in forms { #expect(PluralForm(of: number, in: language) == form, "\(number) \(language)") }
    }

    @Test func `every form that a number takes is asked of the word files, and no other`() {
        let all: [String: Set<PluralForm>] = [
            "ar": [.zero, .one, .two, .few, .many, .other], "cy": [.zero, .one, .two, .few, .many, .other],
            "pl": [.one, .few, .many], "vi": [.other], "en": [.one, .other],
        ]
        for (language, forms) in all { #expect(PluralForm.all(in: language) == forms, "\(language)") }
    }

    @Test func `every shipped language counts the months since a report without a gap`() throws {
        for words in try PublicFiles.languages() {
            for count in 1...130 {
                let says = words("sinceReport", count: count)
                // Some languages write a number under ten as a word.
                #expect(says != "sinceReport" && !says.contains("{"), "\(words.language.code) \(count)")
                #expect(count < 10 || says.contains("\(count)"), "\(words.language.code) \(count)")
            }
        }
    }
}
