package import Concerns

/// `Facts/authorities.csv`: every authority with children's services since 2013.
///
/// The towns in them are in a file of their own: ``PlacesFile``.
package enum AuthoritiesFile {
    static let columns = [
        "gss_code", "former_gss_codes", "name", "official_name", "region", "valid_from", "valid_to", "predecessors",
        "successors", "in_sif_cycle", "current", "aliases", "caution_aliases", "cla_latest", "cla_latest_year",
    ]

    /// - Throws: ``FactProblem`` naming the row that cannot be used, or two rows that claim one code or alias.
    package static func read(_ text: String, file: String = "authorities.csv") throws(FactProblem) -> Authorities {
        let table = try FactTable(file: file, text: text, columns: columns)
        var authorities: [Authority] = []
        var codes: [GSSCode: Int] = [:]
        var aliases: [String: Int] = [:]
        for row in table.rows {
            let authority = try authority(row)
            for code in [authority.code] + authority.formerCodes {
                if let other = codes.updateValue(row.line, forKey: code) {
                    throw row.problem("\(code) stands on line \(other) too", "Each code belongs to one row.")
                }
            }
            for alias in authority.aliases + (authority.isCurrent ? [authority.name] : []) {
                if let other = aliases.updateValue(row.line, forKey: PlainName(alias).key), other != row.line {
                    throw row.problem(
                        "the alias “\(alias)” stands on line \(other) too", "Move it to caution_aliases of both rows.")
                }
            }
            authorities.append(authority)
        }
        let known = Set(codes.keys)
        for (row, authority) in zip(table.rows, authorities) {
            for code in authority.predecessors + authority.successors where !known.contains(code) {
                throw row.problem("\(code) is in no row", "Add the row, or take the code out.")
            }
            if !authority.isCurrent, authority.successors.isEmpty {
                throw row.problem("it has ended and nobody came after it", "Name the successors.")
            }
        }
        return Authorities(authorities)
    }

    private static func authority(_ row: FactRow) throws(FactProblem) -> Authority {
        Authority(
            code: try code(row["gss_code"], row),
            formerCodes: try codes("former_gss_codes", row),
            name: row["name"],
            officialName: row["official_name"],
            region: row["region"],
            validFrom: try row.optionalDay("valid_from"),
            validTo: try row.optionalDay("valid_to"),
            predecessors: try codes("predecessors", row),
            successors: try codes("successors", row),
            isInSIFCycle: row["in_sif_cycle"] == "Y",
            isCurrent: row["current"] == "Y",
            aliases: row.parts("aliases"),
            cautionAliases: row.parts("caution_aliases"),
            places: [],
            childrenInCare: Int(row["cla_latest"]),
            childrenInCareYear: Int(row["cla_latest_year"]))
    }

    private static func code(_ text: String, _ row: FactRow) throws(FactProblem) -> GSSCode {
        do { return try GSSCode(text) } catch { throw row.problem(error.description, "Correct this row.") }
    }

    private static func codes(_ column: String, _ row: FactRow) throws(FactProblem) -> [GSSCode] {
        try row.parts(column).map { text throws(FactProblem) in try code(text, row) }
    }
}

extension FactRow {
    /// The day in `column`.
    package func day(_ column: String) throws(FactProblem) -> Day {
        do { return try Day(self[column]) } catch {
            throw problem("\(column): \(error.description)", "Correct this row.")
        }
    }

    /// The day in `column`, or nil where the cell is empty.
    package func optionalDay(_ column: String) throws(FactProblem) -> Day? {
        self[column].isEmpty ? nil : try day(column)
    }
}
