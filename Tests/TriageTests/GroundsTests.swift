import Concerns
import Testing

@testable import Triage

struct GroundsTests {
    private func quoted(_ places: [Range<Int>]?, of words: String) -> [String] {
        let scalars = Array(words.unicodeScalars)
        return (places ?? []).map { range in
            var view = String.UnicodeScalarView()
            view.append(contentsOf: scalars[range])
            return String(view)
        }
    }

    @Test func `an urgency is shown by the very words that led to it, past letters of several scalars`() throws {
        let triage = try ShippedRules.triage.get()
        let words = "🙂🙂 Zoë’s here. I want to kill myself tonight"
        let suggestion = triage.suggestion(for: Original(words), channel: .web)
        let grounds = triage.grounds(of: Original(words), urgency: suggestion.urgency)
        #expect(suggestion.urgency == .dangerNow)
        let quotes = suggestion.urgencyReasons.flatMap { quoted(grounds.urgency[$0], of: words) }
        #expect(quotes.contains { $0.contains("kill myself") }, "\(quotes)")
        #expect(grounds.withUrgency.contains(.helpAndProtection))
    }

    @Test func `an area is shown by its phrases, and one that no word speaks for says so`() throws {
        let triage = try ShippedRules.triage.get()
        let words = "my foster carer shouts"
        let grounds = triage.grounds(of: Original(words), urgency: .concern)
        #expect(quoted(grounds.areas[.lookedAfter], of: words).contains("foster"))
        #expect(grounds.otherwise.isEmpty)
        #expect(triage.grounds(of: Original("it rains"), urgency: .concern).otherwise == [.lookedAfter])
    }
}
