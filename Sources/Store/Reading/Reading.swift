package import Concerns
internal import GRDB

/// What inspectors and signals may read: moderated words and counts of voices; no original can be reached from here.
package struct Reading: Sendable {
    private let database: any DatabaseReader

    init(_ records: Records) { database = records.database }

    /// The moderated concerns whose words may be read, newest week of arrival first.
    ///
    /// - Throws: ``StoreProblem``.
    package func concerns(_ query: ConcernQuery) async throws(StoreProblem) -> [ModeratedConcern] {
        do {
            return try await database.read { db in
                guard let request = query.rows else { return [] }
                return try request.fetchAll(db).map(ModeratedConcern.init(row:))
            }
        } catch {
            throw StoreProblem(error)
        }
    }

    /// How many concerns ``concerns(_:)`` would give if there were neither offset nor limit.
    ///
    /// - Throws: ``StoreProblem``.
    package func count(_ query: ConcernQuery) async throws(StoreProblem) -> Int {
        do {
            return try await database.read { db in try query.count?.fetchOne(db) ?? 0 }
        } catch {
            throw StoreProblem(error)
        }
    }

    /// Counts of independent voices by authority, area and week: those of the kept past, then those of accepted concerns.
    ///
    /// The same week may stand in both; the two add up.
    /// Praise and spam are no evidence of deterioration; adults' concerns are a stream of their own (P12). Neither counts.
    ///
    /// - Throws: ``StoreProblem``.
    package func voices() async throws(StoreProblem) -> [VoiceCount] {
        do {
            return try await database.read { db in
                let rows = try Row.fetchCursor(
                    db,
                    sql: """
                        SELECT authority, area, week, voices FROM voiceCount
                        UNION ALL
                        SELECT authority, area, week, count(DISTINCT voice)
                        FROM moderated JOIN moderatedArea USING (concern)
                        WHERE urgency NOT IN ('praise', 'spam') AND teller IS NOT 'worried-other'
                        GROUP BY authority, area, week
                        """)
                var counts: [VoiceCount] = []
                // A nation has few codes and many rows: each code is parsed once.
                var codes: [String: GSSCode] = [:]
                while let row = try rows.next() {
                    let text: String = row[0]
                    let code = try codes[text] ?? GSSCode(text)
                    codes[text] = code
                    guard let area = JudgementArea(rawValue: row[1]) else { throw StoreProblem.damaged }
                    counts.append(
                        VoiceCount(authority: code, area: area, week: Week(number: row[2]), voices: row[3]))
                }
                return counts
            }
        } catch {
            throw StoreProblem(error)
        }
    }

    /// A number that changes whenever ``voices()`` may give something else, so that what was computed can be kept till then.
    ///
    /// - Throws: ``StoreProblem``.
    package func voicesVersion() async throws(StoreProblem) -> Int {
        do {
            return try await database.read { db in
                try Int.fetchOne(db, sql: "SELECT number FROM voicesEdition") ?? 0
            }
        } catch {
            throw StoreProblem(error)
        }
    }
}

extension Records {
    package var reading: Reading { Reading(self) }
}

extension ModeratedConcern {
    fileprivate init(row: Row) throws {
        id = try ConcernID(row["concern"] as String)
        authority = try GSSCode(row["authority"] as String)
        week = Week(number: row["week"])
        urgency = try row.choice("urgency")
        teller = row.optionalChoice("teller")
        areas = row.areas("areas")
        text = ModeratedText(asDecided: row["text"])
    }
}
