/// Which authorities a name may stand for: as it is spelled, and with one letter wrong.
struct AuthoritiesByName: Sendable {
    /// Names that mean one authority.
    private var settled: [String: GSSCode] = [:]
    /// Names of places, and names that several authorities may mean.
    private var possible: [String: [GSSCode]] = [:]
    /// All names that are long enough to be mistyped, by their length, so that a search looks at few of them.
    private var spellings: [Int: [Spelling]] = [:]

    /// Below this a wrong letter makes another word: Bury, Hove, Kent.
    static let shortestMistyped = 5

    init(_ authorities: [Authority]) {
        for authority in authorities {
            // The bare name of one that has ended is by now the name of a place: Bournemouth, Cumbria.
            let own = authority.isCurrent ? [authority.name] : []
            for name in own + authority.aliases + [authority.officialName] {
                settled[PlainName(name).key] = authority.code
            }
            for name in authority.cautionAliases + authority.places {
                possible[PlainName(name).key, default: []].append(authority.code)
            }
        }
        for name in Set(settled.keys).union(possible.keys) where name.count >= Self.shortestMistyped {
            let letters = Array(name.utf8)
            spellings[letters.count, default: []].append(Spelling(name: name, letters: letters))
        }
    }

    /// The authority whose own name this is.
    func settled(_ name: PlainName) -> GSSCode? { settled[name.key] }

    /// Those that `name` may stand for and does not settle.
    func possible(_ name: PlainName) -> [GSSCode] { possible[name.key] ?? [] }

    /// Those that have a name one letter away from `name`: one wrong, missing, too many, or two changed about.
    ///
    /// Nothing with a digit in it is a mistyped name; it may be somebody's address.
    func nearly(_ name: PlainName) -> [GSSCode] {
        guard name.words.allSatisfy({ $0.allSatisfy(\.isLetter) }) else { return [] }
        let typed = Array(name.key.utf8)
        return (typed.count - 1...typed.count + 1).flatMap { spellings[$0] ?? [] }
            .filter { $0.isOneLetter(from: typed) }
            .flatMap { spelling in settled[spelling.name].map { [$0] } ?? possible[spelling.name] ?? [] }
    }
}

/// A name as the bytes that are compared.
private struct Spelling {
    let name: String
    let letters: [UInt8]

    func isOneLetter(from typed: [UInt8]) -> Bool {
        let shorter = min(letters.count, typed.count)
        var start = 0
        while start < shorter, letters[start] == typed[start] { start += 1 }
        var end = 0
        while end < shorter - start, letters[letters.count - 1 - end] == typed[typed.count - 1 - end] { end += 1 }
        let (left, leftTyped) = (letters.count - start - end, typed.count - start - end)
        if left <= 1, leftTyped <= 1 { return true }
        return left == 2 && leftTyped == 2 && letters[start] == typed[start + 1] && letters[start + 1] == typed[start]
    }
}
