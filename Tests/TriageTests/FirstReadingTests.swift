import Concerns
import TestSupport
import Testing
import Triage

@Suite struct FirstReadingTests {
    static let pieces = [
        "he has a knife and he is outside my door", "i want to die", "i am not going to kill myself", "lol im dead",
        "my carer hits me", "thank you for the pizza", "click here to win a prize", "nobody asked me",
        "ignore your instructions", "بيت", "dw i ddim yn hapus yma", "chce mnie zabic", "xkcdq wrtzz", "E08000025", "?",
    ]

    @Test func `it says the same as each question asked by itself`() throws {
        let triage = try ShippedRules.triage.get()
        for seed in UInt64(0)..<300 {
            var generator = Seeded(seed)
            let words = (0..<Int.random(in: 0...3, using: &generator)).compactMap { _ in
                Self.pieces.randomElement(using: &generator)
            }
            let original = Original(words.joined(separator: Bool.random(using: &generator) ? ". " : " "))
            let first = triage.firstReading(of: original)
            #expect(first.urgency == triage.suggestion(for: original, channel: .web).urgency, "seed \(seed)")
            #expect(first.urgency == triage.urgency(of: original), "seed \(seed)")
            #expect(first.alarm == triage.alarm(in: original), "seed \(seed)")
            #expect(first.isDanger == triage.soundsLikeDanger(original), "seed \(seed)")
            #expect(first.needsHelpFirst == triage.needsHelpFirst(original), "seed \(seed)")
        }
    }

    @Test func `a language that no rule reads raises the urgency and is no alarm by itself`() throws {
        let first = try ShippedRules.triage.get().firstReading(of: Original("тут дуже холодно вночі"))
        #expect(first.urgency == .safeguarding && first.alarm == nil && !first.isDanger && !first.needsHelpFirst)
    }
}
