/// All authorities, and which one a code or a name means.
package struct Authorities: Sendable {
    /// In the order of their names.
    package let all: [Authority]

    private let byCode: [GSSCode: Authority]
    private let byAlias: [String: GSSCode]
    private let possible: [String: [GSSCode]]

    package init(_ authorities: [Authority]) {
        all = authorities.sorted { $0.name < $1.name }
        var byCode: [GSSCode: Authority] = [:]
        var byAlias: [String: GSSCode] = [:]
        var possible: [String: [GSSCode]] = [:]
        for authority in all {
            for code in [authority.code] + authority.formerCodes { byCode[code] = authority }
            for alias in authority.aliases + [authority.name, authority.officialName] {
                byAlias[Self.plain(alias)] = authority.code
            }
            for place in authority.cautionAliases + authority.places {
                possible[Self.plain(place), default: []].append(authority.code)
            }
        }
        self.byCode = byCode
        self.byAlias = byAlias
        self.possible = possible
    }

    /// Those that exist today, in the order of their names.
    package var current: [Authority] { all.filter(\.isCurrent) }

    /// The authority with this code, also where the code is a former one.
    package subscript(code: GSSCode) -> Authority? { byCode[code] }

    /// The authorities that answer today for the area of `code`: itself, or all that came after it.
    ///
    /// A 2014 judgement of Cumbria concerns both Cumberland and Westmorland and Furness.
    package func today(of code: GSSCode) -> [Authority] {
        guard let authority = byCode[code] else { return [] }
        return authority.isCurrent ? [authority] : authority.successors.flatMap(today(of:))
    }

    /// The codes of an authority, of its former self, and of all that it came from.
    package func lineage(of code: GSSCode) -> Set<GSSCode> {
        guard let authority = byCode[code] else { return [] }
        return authority.predecessors.reduce(into: Set([authority.code] + authority.formerCodes)) { codes, earlier in
            codes.formUnion(lineage(of: earlier))
        }
    }

    /// What a name that someone typed may mean.
    package func named(_ text: String) -> CouncilGuess {
        let typed = Self.plain(text)
        guard !typed.isEmpty else { return .unknown }
        if let code = byAlias[typed] ?? byAlias[typed.droppingSuffix(" council")] { return settle([code]) }
        let candidates = possible[typed] ?? possible[typed.droppingSuffix(" council")] ?? []
        return candidates.isEmpty ? .unknown : .ask(candidates.flatMap(today(of:)).uniqued())
    }

    /// An alias that means one authority of today settles it; the name of one that was split is asked back.
    private func settle(_ codes: [GSSCode]) -> CouncilGuess {
        let today = codes.flatMap(today(of:)).uniqued()
        return today.count == 1 ? .one(today[0]) : .ask(today)
    }

    /// Lower case, “&” as “and”, no marks, single spaces.
    static func plain(_ text: String) -> String {
        text.lowercased().replacing("&", with: " and ")
            .split { !($0.isLetter || $0.isNumber || $0 == "'") }
            .joined(separator: " ")
    }
}

/// Which authority a typed name means; never a guess where it could be another (`SOURCES.md`, aliases).
package enum CouncilGuess: Hashable, Sendable {
    case one(Authority)
    /// These are possible; the young person, or the moderator, must say.
    case ask([Authority])
    case unknown
}

extension String {
    fileprivate func droppingSuffix(_ suffix: String) -> String {
        hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
    }
}

extension Sequence where Element: Hashable {
    fileprivate func uniqued() -> [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
