import FactFiles
import TestSupport
import Testing

@testable import Inbox

struct MailPhrasesTests {
    @Test func `the file as shipped loads, and knows automatic mail in lower case`() throws {
        let phrases = try Shipped.phrases()
        #expect(phrases.absences.contains("automatic reply:"))
        #expect(phrases.absences.contains("réponse automatique"))
        #expect(phrases.deliveryReports.contains("undelivered mail"))
        #expect(phrases.newsletters.contains("to unsubscribe"))
        for list in [phrases.absences, phrases.deliveryReports, phrases.newsletters] {
            #expect(list.allSatisfy { $0 == $0.lowercased() && !$0.isEmpty })
        }
    }

    @Test(arguments: [
        ("  en: { starts: [\"on\", \"at\"]", "  eng1: { starts: [\"on\", \"at\"]", "is not a language’s code"),
        ("starts: [am, \"den\"]", "begins: [am, \"den\"]", "“begins” is not known here"),
        ("  from:\n", "  form:\n", "“form” is not known here"),
        ("    en: [subject]\n", "    en: subject\n", "must be a list"),
        ("[original message,", "[\" \", original message,", "is empty or begins with a space"),
        ("pointers:", "pointer:", "“pointer” is not known here"),
        ("  absences:\n", "  absence:\n", "“absence” is not known here"),
    ])
    func `a mistake is named with its file and line`(written: String, mistaken: String, says: String) throws {
        let shipped = try Project.text("Moderation/mail.yaml")
        let place = try #require(shipped.firstRange(of: written))
        let line = shipped[..<place.lowerBound].count { $0.isNewline } + 1
        let text = shipped.replacingCharacters(in: place, with: mistaken)
        let problem = #expect(throws: FactProblem.self) { try MailPhrases(file: "mail.yaml", text: text) }
        #expect(problem?.file == "mail.yaml")
        #expect(problem?.says.contains(says) == true, "\(problem?.description ?? "")")
        #expect(problem?.line.map { abs($0 - line) <= 1 } == true, "\(problem?.line ?? 0) for \(line)")
    }
}

extension String {
    fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
        String(self[..<range.lowerBound]) + text + self[range.upperBound...]
    }
}
