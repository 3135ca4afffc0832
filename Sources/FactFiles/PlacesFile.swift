package import Concerns

/// `Facts/places.csv`: districts, towns, parts of towns and areas, and the authorities of today that they lie in.
///
/// One row for each name; a name that means several places has the codes of all, between upright bars.
package enum PlacesFile {
    static let columns = ["place", "kind", "gss_codes"]

    /// What a place is; only people who look after the file use it.
    enum Kind: String, CaseIterable {
        case district, town, nickname, area
        case formerDistrict = "former district"
        case part = "part of a town"
    }

    /// The same authorities, each with the places in it.
    ///
    /// - Throws: ``FactProblem`` naming the row that cannot be used, or that would never be asked back.
    package static func read(
        _ text: String, file: String = "places.csv", into authorities: Authorities
    ) throws(FactProblem) -> Authorities {
        let table = try FactTable(file: file, text: text, columns: columns)
        let today = Set(authorities.current.map(\.code))
        var places: [GSSCode: [String]] = [:]
        var lines: [String: Int] = [:]
        for row in table.rows {
            let place = row["place"]
            let name = PlainName(place)
            if name.key.isEmpty { throw row.problem("the place has no name", "Write it, or take the row out.") }
            if let other = lines.updateValue(row.line, forKey: name.key) {
                throw row.problem("“\(place)” stands on line \(other) too", "Write all its codes in one row.")
            }
            if Kind(rawValue: row["kind"]) == nil {
                throw row.problem(
                    "“\(row["kind"])” is no kind of place",
                    "Write one of: \(Kind.allCases.map(\.rawValue).joined(separator: ", ")).")
            }
            if let authority = authorities.called(name) {
                throw row.problem(
                    "“\(place)” is a name of \(authority.name) itself, so it is never asked back",
                    "Take the row out, or the name out of the aliases in authorities.csv.")
            }
            for code in try codes(row, among: today) { places[code, default: []].append(place) }
        }
        return Authorities(
            authorities.all.map { authority in
                var authority = authority
                authority.places = places[authority.code] ?? []
                return authority
            })
    }

    private static func codes(_ row: FactRow, among today: Set<GSSCode>) throws(FactProblem) -> [GSSCode] {
        let parts = row.parts("gss_codes")
        if parts.isEmpty { throw row.problem("it lies nowhere", "Write the code of the council it lies in.") }
        return try parts.map { part throws(FactProblem) in
            guard let code = try? GSSCode(part), today.contains(code) else {
                throw row.problem("“\(part)” is the code of no council of today", "Look it up in authorities.csv.")
            }
            return code
        }
    }
}
