/// All authorities, and which one a code or a name means.
package struct Authorities: Sendable {
    /// In the order of their names.
    package let all: [Authority]

    private let byCode: [GSSCode: Authority]
    private let byName: AuthoritiesByName

    package init(_ authorities: [Authority]) {
        all = authorities.sorted { $0.name < $1.name }
        var byCode: [GSSCode: Authority] = [:]
        for authority in all {
            for code in [authority.code] + authority.formerCodes { byCode[code] = authority }
        }
        self.byCode = byCode
        byName = AuthoritiesByName(all)
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

    /// The authority that has `name` for its own, with nothing left out or put right.
    package func called(_ name: PlainName) -> Authority? { byName.settled(name).flatMap { byCode[$0] } }

    /// Longer than any name, so that nobody's paste costs us a search.
    private static let longestTyped = 200
    /// More than these are no help to choose from when nothing typed was a name.
    private static let mostNearly = 6

    /// What a name that someone typed may mean.
    ///
    /// A council's own name or nickname settles it. A place is asked back, also where it lies in one council only: a
    /// young person may live in one and be looked after by another. So is a name with one letter wrong.
    package func named(_ text: String) -> CouncilGuess {
        guard text.utf8.count <= Self.longestTyped else { return .unknown }
        let typed = PlainName(text)
        let guess = known(typed)
        guard guess == .unknown else { return guess }
        // “Gillingham, Kent”: what comes first is the place; what follows only says where it lies.
        let parts = text.split { ",;()/\n".contains($0) }.map { known(PlainName(String($0))) }
        if parts.count > 1, let part = parts.first(where: { $0 != .unknown }) { return asked(part) }
        let nearly = asked(CouncilWording.readings(of: typed).flatMap { byName.nearly($0.name) })
        return (1...Self.mostNearly).contains(nearly.count) ? .ask(nearly) : .unknown
    }

    /// What a name without a mistake in it means.
    func known(_ typed: PlainName) -> CouncilGuess {
        for wording in CouncilWording.readings(of: typed) {
            let possible = byName.possible(wording.name)
            if let code = byName.settled(wording.name), let authority = byCode[code] {
                return wording.fits(authority) ? settled(code) : .ask(asked([code] + possible))
            }
            if !possible.isEmpty { return .ask(asked(possible)) }
        }
        return .unknown
    }

    /// A name that means one authority of today settles it; the name of one that was split is asked back.
    private func settled(_ code: GSSCode) -> CouncilGuess {
        let today = asked([code])
        return today.count == 1 ? .one(today[0]) : .ask(today)
    }

    private func asked(_ guess: CouncilGuess) -> CouncilGuess {
        if case .one(let authority) = guess { .ask([authority]) } else { guess }
    }

    /// Those of today, each once, in the order of their names.
    private func asked(_ codes: [GSSCode]) -> [Authority] {
        Set(codes.flatMap(today(of:))).sorted { $0.name < $1.name }
    }
}
