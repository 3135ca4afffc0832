package import Concerns

/// Messages that a moderator would handle as one, by a number they share; messages like no other are left out.
///
/// Who is like a member joins its cluster. The numbers follow the order of `texts`, from 0. Two witnesses of one event share
/// few words but its names: with a name in common that hardly anybody else says, less likeness is enough.
///
/// - Parameters:
///   - common: ``Triage/commonPieces``.
///   - names: the names said in the text of an id, as ``Triage/names(in:_:)`` gives them.
package func clusters(
    of texts: [(id: String, text: String)], common: Set<UInt32> = [], names: (_ id: String) -> Set<String> = { _ in [] }
) -> [String: Int] {
    var groups = Groups(count: texts.count)
    let names = texts.map { names($0.id) }
    let holders = names.reduce(into: [String: Int]()) { holders, own in
        for name in own { holders[name, default: 0] += 1 }
    }
    for pair in NearDuplicates(texts.map(\.text), common: common).pairs(from: NearDuplicates.alikeWithNames) {
        let shared = names[pair.one].intersection(names[pair.other]).count { holders[$0, default: 0] <= 4 }
        let least =
            switch shared {
            case 0: NearDuplicates.alike
            case 1: NearDuplicates.alikeWithName
            default: NearDuplicates.alikeWithNames
            }
        if pair.alike >= least { groups.join(pair.one, pair.other) }
    }
    var numbers: [Int: Int] = [:]
    var clusters: [String: Int] = [:]
    for (index, text) in texts.enumerated() where groups.size(of: index) > 1 {
        let root = groups.root(of: index)
        let number = numbers[root] ?? numbers.count
        numbers[root] = number
        clusters[text.id] = number
    }
    return clusters
}

/// Which messages have been joined, and with which.
private struct Groups {
    private var parents: [Int]
    private var sizes: [Int]

    init(count: Int) {
        parents = Array(0..<count)
        sizes = Array(repeating: 1, count: count)
    }

    func root(of member: Int) -> Int {
        var root = member
        while parents[root] != root { root = parents[root] }
        return root
    }

    func size(of member: Int) -> Int { sizes[root(of: member)] }

    mutating func join(_ one: Int, _ other: Int) {
        let (first, second) = (root(of: one), root(of: other))
        guard first != second else { return }
        let (keeps, goes) = first < second ? (first, second) : (second, first)
        parents[goes] = keeps
        sizes[keeps] += sizes[goes]
    }
}

extension Triage {
    /// Pieces of the commonest words of each language: that two messages share them says little of what they tell.
    package var commonPieces: Set<UInt32> { rules.likeness.commonPieces }

    /// The words of a message by which a person, a place or an account is called and nothing else is.
    package func names(in text: String, _ finds: [Redaction]) -> Set<String> {
        let reading = Reading(text)
        let lists = rules.redaction.lists.lists(of: reading)
        var names: Set<String> = []
        for find in finds where [.person, .place, .home, .school, .handle].contains(find.kind) {
            for place in reading.words(within: find.scalars) where reading.words[place].hasLetter {
                guard reading.words[place].folded.count > 3,
                    lists[place].isDisjoint(with: [
                        .ordinary, .neverCovered, .roles, .titles, .homes, .schools, .digitWords,
                    ])
                else { continue }
                names.insert(reading.text(reading.words[place]))
            }
        }
        return names
    }
}
