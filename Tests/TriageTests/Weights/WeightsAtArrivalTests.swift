import Concerns
import FactFiles
import Testing

@testable import Triage

struct WeightsAtArrivalTests {
    @Test func `a folder without weights is served by its rules`() throws {
        var files = try ShippedRules.files()
        #expect(try TriageWeights(filesIfAny: files) == nil)
        files[TriageWeights.fileNames[0]] = "bias\t\t1"
        #expect(throws: FactProblem.self) { try TriageWeights(filesIfAny: files) }
    }

    @Test func `weights never lower what a rule says, nor call anybody out by themselves`() throws {
        let triage = try ShippedRules.weighedTriage.get()
        let rules = try ShippedRules.triage.get()
        for words in Self.messages {
            let original = Original(words)
            let (first, ruled) = (triage.firstReading(of: original), rules.firstReading(of: original))
            #expect(first.urgency >= ruled.urgency, "\(words)")
            #expect(first.alarm == ruled.alarm && first.isDanger == ruled.isDanger, "\(words)")
            #expect((first.urgency == .dangerNow) == (ruled.urgency == .dangerNow), "what is danger rings: \(words)")
            #expect(triage.soundsLikeDanger(original) == rules.soundsLikeDanger(original), "\(words)")
            let least = ruled.alarm.map { min($0, .safeguarding) } ?? .spam
            #expect(triage.suggestion(for: original, channel: .web).urgency >= least)
        }
    }

    @Test(arguments: [
        "hi", "ok", "can i have wifi", "thank you", "these meetings are killing me lol", "who is my pa now",
    ])
    func `a few words and manners of speaking stay where the rules put them`(words: String) throws {
        let first = try ShippedRules.weighedTriage.get().firstReading(of: Original(words))
        #expect(try first == ShippedRules.triage.get().firstReading(of: Original(words)))
    }

    @Test(arguments: [
        ("my sw brunhilde never rings", "brunhilde"), ("we got moved to wexcombe on friday", "wexcombe"),
        ("then osric and me hid in the shed. osric cried", "osric"),
    ]) func `a name no list has is suggested by the words around it, with how sure that is`(
        words: String, name: String
    ) throws {
        let suggestion = try ShippedRules.weighed(words)
        let scalars = Array(words.unicodeScalars)
        let found = suggestion.finds.filter { find in
            String(String.UnicodeScalarView(scalars[find.redaction.scalars])).contains(name)
        }
        #expect(!found.isEmpty && found.allSatisfy { $0.confidence > 0 && $0.confidence <= 1 })
    }

    private static let messages = [
        "he has got a knife and he is outside the door", "my social worker is kind and i like the new house a lot",
        "buy cheap followers now click the link for a free trial", "i want to die and i have the tablets here",
        "when is my next review please nobody has told me", "he is not going to hurt me he is only joking",
        "dwi ddim yn hapus yma o gwbl a does neb yn gwrando", "",
    ]
}
