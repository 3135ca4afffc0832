package import Concerns
internal import GRDB

/// What young people told us about a council, as everybody may read it: bands, frozen for a month.
///
/// A month's bands are worked out when somebody first asks in that month, and are the same ever after, so that comparing
/// two days tells of no decision and no withdrawal between them.
package struct PublicFigures: Sendable {
    private let database: any DatabaseWriter

    init(_ records: Records) { database = records.database }

    /// The band of each area that reaches one, of the voices in the year before a month.
    ///
    /// A month that nobody asked for before a later one was frozen has none, as it would be worked out from what is known
    /// only now.
    ///
    /// - Parameters:
    ///   - codes: the council's code and those before it.
    ///   - name: the code under which they are frozen.
    ///   - month: the current one.
    /// - Throws: ``StoreProblem``.
    package func bands(
        of codes: Set<GSSCode>, named name: GSSCode, in month: Month
    ) async throws(StoreProblem) -> [JudgementArea: VoiceBand] {
        do {
            // Nearly every page finds them frozen, and takes no turn among those who write.
            if let frozen = try await database.read({ db in try Self.frozen(name, month, in: db) }) { return frozen }
            return try await database.write { db in
                // Another page may have frozen them since.
                if let frozen = try Self.frozen(name, month, in: db) { return frozen }
                return try Self.freeze(name, codes, month, in: db)
            }
        } catch {
            throw StoreProblem(error)
        }
    }

    /// The bands as they were frozen, or nil when the month is still to be frozen.
    private static func frozen(
        _ name: GSSCode, _ month: Month, in db: Database
    ) throws -> [JudgementArea: VoiceBand]? {
        let isFrozen = try Bool.fetchOne(
            db, sql: "SELECT EXISTS (SELECT 1 FROM frozenMonth WHERE authority = ? AND month >= ?)",
            arguments: [name.description, month.description])
        guard isFrozen == true else { return nil }
        let rows = try Row.fetchAll(
            db, sql: "SELECT area, band FROM publicFigure WHERE authority = ? AND month = ?",
            arguments: [name.description, month.description])
        return try rows.reduce(into: [:]) { bands, row in
            bands[try row.choice("area") as JudgementArea] = try row.choice("band")
        }
    }

    private static func freeze(
        _ name: GSSCode, _ codes: Set<GSSCode>, _ month: Month, in db: Database
    ) throws -> [JudgementArea: VoiceBand] {
        let bands = try voices(of: codes, in: weeks(before: month), in: db).compactMapValues(VoiceBand.init(voices:))
        try db.execute(
            sql: "INSERT INTO frozenMonth (authority, month) VALUES (?, ?)",
            arguments: [name.description, month.description])
        for (area, band) in bands {
            try db.execute(
                sql: "INSERT INTO publicFigure (authority, month, area, band) VALUES (?, ?, ?, ?)",
                arguments: [name.description, month.description, area.rawValue, band.rawValue])
        }
        return bands
    }

    /// The weeks that lie wholly within the twelve months before a month.
    static func weeks(before month: Month) throws -> ClosedRange<Week> {
        let end = try Day("\(month)-01")
        let start = end.adding(months: -12)
        return Week(containing: start + -1).advanced(by: 1)...Week(containing: end).advanced(by: -1)
    }

    /// Independent voices by area: those of accepted concerns, each counted once, and those of the kept past.
    ///
    /// Praise, spam and adults' concerns do not count, as in ``Reading/voices()``.
    private static func voices(
        of codes: Set<GSSCode>, in weeks: ClosedRange<Week>, in db: Database
    ) throws -> [JudgementArea: Int] {
        let codes = codes.map(\.description).sorted()
        let keys = SearchKey.least(in: weeks.lowerBound)...SearchKey.greatest(in: weeks.upperBound)
        let request: SQLRequest<Row> = """
            SELECT area, count(DISTINCT voice) AS voices FROM moderated JOIN moderatedArea USING (concern)
            WHERE authority IN \(codes) AND searchKey BETWEEN \(keys.lowerBound) AND \(keys.upperBound)
                AND urgency NOT IN ('praise', 'spam') AND teller IS NOT 'worried-other'
            GROUP BY area
            UNION ALL
            SELECT area, sum(voices) FROM voiceCount
            WHERE authority IN \(codes) AND week BETWEEN \(weeks.lowerBound.number) AND \(weeks.upperBound.number)
            GROUP BY area
            """
        return try request.fetchAll(db).reduce(into: [:]) { voices, row in
            voices[try row.choice("area"), default: 0] += row["voices"]
        }
    }
}

extension Records {
    package var publicFigures: PublicFigures { PublicFigures(self) }
}
