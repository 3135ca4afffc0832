import Concerns
import HTTPTypes
import Pages
import TestSupport
import Testing

struct PublicWordsTests {
    @Test func `every word that a template asks for is there`() throws {
        let words = try PublicFiles.words()
        for (name, source) in try PublicFiles.templates() {
            for found in source.matches(of: /{{words\.([A-Za-z0-9-]+)}}/) {
                #expect(words.entries[String(found.1)] != nil, "\(name): \(found.1)")
            }
        }
    }

    @Test func `every word that the site's code asks for is there`() throws {
        let words = try PublicFiles.words()
        let asked = try Project.texts(under: "Sources/PublicSite", endings: [".swift"]).values.flatMap { source in
            source.matches(of: /(?:words\(|: )"([a-z]+[A-Z][A-Za-z0-9]*)"/).map { String($0.1) }
        }
        #expect(asked.count > 20)
        for key in asked { #expect(words.entries[key] != nil || words.counted[key] != nil, "\(key)") }
        for month in 1...12 { #expect(words.entries["month\(month)"] != nil) }
        for area in JudgementArea.allCases { #expect(words.entries["area-\(area.rawValue)"] != nil) }
        for teller in Teller.allCases { #expect(words.entries["who-\(teller.rawValue)"] != nil) }
        for band in AgeBand.allCases { #expect(words.entries["age-\(band.rawValue)"] != nil) }
        for sharing in Sharing.allCases { #expect(words.entries["share-\(sharing.rawValue)"] != nil) }
    }

    @Test func `every error has a title and a text`() throws {
        let words = try PublicFiles.words()
        for status in [400, 403, 404, 405, 413, 415, 429, 500, 503, 507] {
            let key = ErrorView(status: .init(code: status)).key
            #expect(words.entries[key] != nil)
            #expect(words.entries["\(key)Text"] != nil)
        }
    }

    @Test func `no sentence is longer than twelve words, so that a nine-year-old can read it`() throws {
        for (key, text) in try PublicFiles.words().entries {
            for sentence in text.split(separator: /[.?!:][”]?(\s|$)/) {
                #expect(sentence.split(separator: " ").count <= 12, "\(key): \(sentence)")
            }
        }
    }

    @Test func `no title in the browser's history says why someone was here`() throws {
        let telling = ["care", "abuse", "danger", "help", "tell", "concern", "social", "safe", "child"]
        for (key, title) in try PublicFiles.words().entries where key.hasPrefix("title") {
            #expect(!telling.contains { title.lowercased().contains($0) }, "\(key): \(title)")
        }
    }

    @Test func `apostrophes are round, in the words of the pages and in what moderators send`() throws {
        var texts = try PublicFiles.words().entries
        let moderation = try Project.texts(under: "Moderation", endings: [".yaml"])
        for file in ["replies.yaml", "guidance.yaml", "helplines.yaml"] {
            #expect(moderation[file] != nil)
            texts[file] = moderation[file]
        }
        for (key, text) in texts { #expect(text.firstMatch(of: /[A-Za-z]'/) == nil, "\(key)") }
    }

    @Test func `no safety is promised that nobody can keep`() throws {
        for (key, text) in try PublicFiles.words().entries {
            for promise in ["cannot see what you write", "keep nothing on your phone", "for ever", "Nobody is told"] {
                #expect(!text.contains(promise), "\(key)")
            }
        }
    }

    @Test func `no telephone number hides among the words, where nobody would check it`() throws {
        for (key, text) in try PublicFiles.words().entries {
            #expect(text.firstMatch(of: /\d{3}/) == nil, "\(key)")
        }
    }
}
