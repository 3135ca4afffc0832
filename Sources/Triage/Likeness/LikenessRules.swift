import FactFiles

/// `likeness.yaml`: from when on messages are shown as alike, must be looked at as one voice, or may be a campaign.
package struct LikenessRules: Sendable {
    /// From so many per cent on, an accepted concern is offered as the same voice.
    package let offeredFrom: Int
    /// From so many per cent on, two messages count as copies of one another.
    package let copiesFrom: Int
    /// From so many per cent on, the moderator must say whose voice it is; nothing is chosen beforehand.
    package let mustChooseFrom: Int
    /// So many copies from different threads may be a campaign.
    package let campaignConcerns: Int
    /// They are one only when they came within so many weeks.
    package let campaignWeeks: Int
    /// With fewer letters no copies are looked for: two children may well send the same short sentence.
    let leastLetters: Int
    let spelling: Spelling
    /// Pieces of the commonest words of each language: they say little.
    let commonPieces: Set<UInt32>

    /// - Parameter urgency: `urgency.yaml`, whose spellings and common words hold here too.
    /// - Throws: ``FactProblem`` also when a number cannot be, or has no reason beside it.
    init(_ tree: FactTree, urgency: FactTree) throws(FactProblem) {
        try tree.allow(only: ["alike", "campaign", "too_short"])
        let alike = try tree["alike"]
        try alike.allow(only: ["offered_from_percent", "copies_from_percent", "must_choose_from_percent", "reason"])
        _ = try alike["reason"].text
        offeredFrom = try alike["offered_from_percent"].int(in: 10...100)
        copiesFrom = try alike["copies_from_percent"].int(in: 10...100)
        mustChooseFrom = try alike["must_choose_from_percent"].int(in: 10...100)
        guard offeredFrom <= mustChooseFrom else {
            throw try alike["must_choose_from_percent"].problem(
                "a choice would be asked for that is not offered", "Write at least offered_from_percent.")
        }
        let campaign = try tree["campaign"]
        try campaign.allow(only: ["concerns", "weeks", "reason"])
        _ = try campaign["reason"].text
        campaignConcerns = try campaign["concerns"].int(in: 2...1000)
        campaignWeeks = try campaign["weeks"].int(in: 1...52)
        let short = try tree["too_short"]
        try short.allow(only: ["below_letters", "reason"])
        _ = try short["reason"].text
        leastLetters = try short["below_letters"].int(in: 10...1000)

        var spellings: [(word: String, ways: [String])] = []
        if let entries = urgency.optional("spellings") {
            for word in entries.keys { spellings.append((word, PhraseReader.words(try entries[word].text))) }
        }
        spelling = Spelling(spellings)
        var common: Set<UInt32> = []
        for language in try urgency["languages"].list {
            for word in PhraseReader.words(try language["common_words"].text) {
                common.formUnion(LikenessPieces.counts(of: [0x20] + PhraseBook.letters(word) + [0x20]).keys)
            }
        }
        commonPieces = common
    }
}

extension FactTree {
    /// - Throws: ``FactProblem`` when it is no whole number within the range.
    func int(in range: ClosedRange<Int>) throws(FactProblem) -> Int {
        let number = try int
        guard range.contains(number) else {
            throw problem("\(number) cannot be", "Write \(range.lowerBound) to \(range.upperBound).")
        }
        return number
    }
}
