extension Authorities {
    /// Which council running words name as one: “Leeds city council”, “Kent social services”, “the London Borough of Camden”.
    ///
    /// A bare name is passed over: people, streets and football clubs are called Kent, Bury and Reading, and who writes may
    /// have moved. Where several are named it is for the moderator to say which is meant.
    package func mentioned(in text: String) -> CouncilGuess {
        guard Self.mayNameACouncil(text) else { return .unknown }
        var codes: Set<GSSCode> = []
        var mentioned: [Authority] = []
        for clause in text.split(whereSeparator: { ".!?;:\n".contains($0) }).prefix(Self.mostClauses)
        where Self.mayNameACouncil(clause) {
            for authority in named(inClause: PlainName(String(clause.prefix(Self.longestClause))).words)
            where codes.insert(authority.code).inserted {
                mentioned.append(authority)
            }
        }
        switch mentioned.count {
        case 0: return .unknown
        case 1: return .one(mentioned[0])
        default: return .ask(mentioned)
        }
    }

    private static let mostClauses = 400
    private static let longestClause = 400
    /// “the Royal Borough of Kensington and Chelsea council” has no more.
    private static let mostWords = 8

    private static let endings = [
        ["council"], ["social", "services"], ["childrens", "services"], ["local", "authority"],
    ]
    private static let beginnings = [["borough", "of"], ["county", "of"]]

    /// What every name that is looked for has in it, so that most messages cost one pass over their bytes.
    private static let cues = ["council", "services", "authority", "borough", "county"].map { Array($0.utf8) }

    private static func mayNameACouncil(_ text: some StringProtocol) -> Bool {
        var text = String(text)
        return text.withUTF8 { bytes in
            var place = 0
            while place < bytes.count {
                let letter = bytes[place] | 0x20
                if letter == UInt8(ascii: "c") || letter == UInt8(ascii: "s") || letter == UInt8(ascii: "a")
                    || letter == UInt8(ascii: "b")
                {
                    for cue in cues where place + cue.count <= bytes.count && cue[0] == letter {
                        if cue.indices.allSatisfy({ bytes[place + $0] | 0x20 == cue[$0] }) { return true }
                    }
                }
                place += 1
            }
            return false
        }
    }

    private func named(inClause words: [String]) -> [Authority] {
        var found: [Authority] = []
        for place in words.indices {
            if let ending = Self.endings.first(where: { words[place...].starts(with: $0) }) {
                let end = place + ending.count
                if let authority = longest(words, from: max(0, place - Self.mostWords)..<place, to: end...end) {
                    found.append(authority)
                }
            } else if let beginning = Self.beginnings.first(where: { words[place...].starts(with: $0) }) {
                let name = place + beginning.count
                let ends = (name + 1)...max(name + 1, min(words.count, name + 5))
                if name < words.count, let authority = longest(words, from: place..<place + 1, to: ends) {
                    found.append(authority)
                }
            }
        }
        return found
    }

    /// The authority that the most words in these bounds are the name of.
    private func longest(_ words: [String], from starts: Range<Int>, to ends: ClosedRange<Int>) -> Authority? {
        for start in starts {
            for end in ends.reversed() where end <= words.count {
                if case .one(let authority) = known(PlainName(words: words[start..<end])) { return authority }
            }
        }
        return nil
    }
}
