/// A typed name without some of the words that only say that it is a council, and of which kind.
struct CouncilWording {
    private(set) var name: PlainName
    /// The kinds of council it was called by the words that are gone, such as `county`.
    private(set) var kinds: Set<String> = []

    /// The name as it was typed, then with one word less at a time.
    ///
    /// “the London Borough of Camden”, “Camden council” and “Camden social services” all end at “camden”, and “the City
    /// of London council” passes “city of london” on its way to “london”.
    static func readings(of typed: PlainName) -> [CouncilWording] {
        var readings = [CouncilWording(name: typed)]
        while let next = readings[readings.count - 1].shorter { readings.append(next) }
        return readings
    }

    /// Whether `authority` may be called all these kinds; “Leicester county council” is not Leicester's own.
    func fits(_ authority: Authority) -> Bool {
        let usual = Self.kindsByCode[String(authority.code.description.prefix(3))] ?? []
        return kinds.subtracting(usual).isSubset(of: PlainName(authority.officialName).words)
    }

    private var shorter: CouncilWording? {
        let words = name.words
        guard let first = words.first, let last = words.last, words.count > 1 else { return nil }
        if Self.openings.contains(first) { return without(first: 1, last: 0) }
        if let ending = Self.endings.first(where: { words.count > $0.count && words.suffix($0.count) == $0[...] }) {
            return without(first: 0, last: ending.count)
        }
        // What ends with “London” may be the City of London, so that is looked at last.
        if let kind = Self.kinds[last], last != "london" { return without(first: 0, last: 1, kind) }
        if let kind = Self.kinds[first] { return without(first: 1, last: 0, kind) }
        return Self.kinds[last].flatMap { without(first: 0, last: 1, $0) }
    }

    private func without(first: Int, last: Int, _ kind: Set<String> = []) -> CouncilWording {
        CouncilWording(name: PlainName(words: name.words.dropFirst(first).dropLast(last)), kinds: kinds.union(kind))
    }

    /// What a word says of the kind; a council of any kind is “cc” to somebody.
    private static let kinds: [String: Set<String>] = [
        "county": ["county"], "city": ["city"], "borough": ["borough"], "district": ["district"],
        "metropolitan": ["metropolitan"], "london": ["london"], "royal": ["royal"],
        "mbc": ["metropolitan", "borough"], "mdc": ["metropolitan", "district"], "lb": ["london", "borough"],
        "bc": ["borough"], "dc": ["district"], "cc": [], "council": [],
    ]

    private static let openings: Set<String> = ["the", "of"]

    private static let endings: [[String]] = [
        ["childrens", "services"], ["children", "services"], ["childrens", "social", "care"], ["social", "services"],
        ["social", "care"], ["local", "authority"],
    ]

    /// What a council is by its code, also where its full name does not say so (“Wirral Borough Council”).
    private static let kindsByCode: [String: Set<String>] = [
        "E08": ["metropolitan", "borough", "district"], "E09": ["london", "borough"], "E10": ["county"],
    ]
}
