import FactFiles
import Pages
import Testing

@testable import earshot

/// Word files with a gap are found when the service starts, by file and key.
struct WordFilesTests {
    private static let languages = """
        languages:
          - {code: en, name: English, direction: ltr, check: done}
          - {code: pl, name: Polski, direction: ltr, check: waiting}
        """
    private static let english = """
        hello: Hello
        found: "Found in {month}"
        since:
          one: It is {count} month.
          other: It is {count} months.
        """
    private static let polish = """
        hello: Cześć
        found: "Znaleziono: {month}"
        since:
          one: "{count} miesiąc"
          few: "{count} miesiące"
          many: "{count} miesięcy"
        """

    private static func read(
        polish: String = polish, english: String = english, languages: String = languages,
        others: [String: String] = ["Words/en/staff.yaml": "queue: Queue"]
    ) throws(FactProblem) -> WordFiles {
        let files = [
            "Words/languages.yaml": languages, "Words/en/public.yaml": english, "Words/pl/public.yaml": polish,
        ]
        return try WordFiles(files.merging(others) { $1 })
    }

    @Test func `whole files are read, English first, and only what nobody has checked has English beside it`() throws {
        let files = try Self.read()
        #expect(files.languages.map(\.language.code) == ["en", "pl"])
        #expect(files.languages.map { $0("hello") } == ["Hello", "Cześć"])
        #expect(files.languages[1]("since", count: 22) == "22 miesiące")
        #expect(files.languages[0].english == nil && files.languages[1].english?["hello"] == "Hello")
        let checked = try Self.read(languages: Self.languages.replacing("waiting", with: "done"))
        #expect(checked.languages[1].english == nil)
    }

    @Test func `the words of staff pages are not asked of other languages, nor shown to young people`() throws {
        let files = try Self.read()
        #expect(files.english.entries["queue"] == "Queue")
        for words in files.languages { #expect(words.entries["queue"] == nil) }
    }

    @Test(arguments: [
        ("hello: Cześć\n", "", "“hello” is missing"),
        ("{month}", "{year}", "“found” has other values in braces than the English words"),
        ("{month}", "", "“found” has other values in braces than the English words"),
        ("  few: \"{count} miesiące\"\n", "", "“since” has not the forms that this language counts with"),
        ("  few:", "  two:", "“since” has not the forms that this language counts with"),
        ("hello:", "goodbye: Żegnaj\nhello:", "“goodbye” is not among the English words"),
    ])
    func `a gap is refused by the file's name, with what to do about it`(
        part: String, instead: String, says: String
    ) throws {
        let broken = Self.polish.replacing(part, with: instead)
        try #require(broken != Self.polish)
        let problem = #expect(throws: FactProblem.self) { try Self.read(polish: broken) }
        let text = try #require(problem).description
        #expect(text.contains(says) && text.contains("Words/pl"), "\(text)")
    }

    @Test func `a form that no grammar has is refused`() throws {
        let problem = #expect(throws: FactProblem.self) {
            try Self.read(polish: Self.polish.replacing("  few:", with: "  several:"))
        }
        #expect(try #require(problem).description.contains("several"))
    }

    @Test func `a key that stands in two files is refused`() throws {
        let problem = #expect(throws: FactProblem.self) {
            try Self.read(others: ["Words/en/print.yaml": "hello: Hi", "Words/pl/print.yaml": "poster: Plakat"])
        }
        #expect(try #require(problem).description.contains("“hello” stands in another word file too"))
    }

    @Test func `without English, or with a direction that is none, nothing starts`() throws {
        for languages in [
            Self.languages.replacing("code: en", with: "code: de"), Self.languages.replacing("ltr", with: "up"), "",
        ] {
            #expect(throws: FactProblem.self) { try Self.read(languages: languages) }
        }
    }
}
