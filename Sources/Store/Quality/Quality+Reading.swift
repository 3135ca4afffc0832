package import Concerns
internal import GRDB

extension Quality {
    /// The next concern that this moderator can read a second time, the longest chosen first.
    ///
    /// What the first reader made of it has no say, as its place would tell the second.
    ///
    /// - Returns: nil where none waits for them.
    /// - Throws: ``StoreProblem``.
    package func nextToRead(by name: String) async throws(StoreProblem) -> ConcernID? {
        do {
            return try await database.read { db in
                let request: SQLRequest<String> = """
                    SELECT secondReading.concern FROM \(Self.isAwaited) AND firstBy <> \(name)
                    ORDER BY chosenOn, secondReading.concern
                    LIMIT 1
                    """
                return try request.fetchOne(db).map { try ConcernID($0) }
            }
        } catch {
            throw StoreProblem(error)
        }
    }

    /// How many concerns this moderator can read a second time.
    ///
    /// - Throws: ``StoreProblem``.
    package func countToRead(by name: String) async throws(StoreProblem) -> Int {
        do {
            return try await database.read { db in
                let request: SQLRequest<Int> = "SELECT count(*) FROM \(Self.isAwaited) AND firstBy <> \(name)"
                return try request.fetchOne(db) ?? 0
            }
        } catch {
            throw StoreProblem(error)
        }
    }

    /// A concern to be read a second time.
    ///
    /// - Throws: ``SecondReadingRefused``.
    package func concernToRead(
        _ id: ConcernID, by name: String
    ) async throws(SecondReadingRefused) -> BlindConcern {
        do {
            return try await database.read { db in
                try Self.check(id, by: name, in: db)
                let row = try Row.fetchOne(
                    db,
                    sql: """
                        SELECT concern.id, arrivedOn, channel, concern.teller, sharing, words, concernKey.sealed AS key,
                            moderated.text
                        FROM concern JOIN concernKey ON concernKey.concern = concern.id
                        LEFT JOIN moderated ON moderated.concern = concern.id WHERE concern.id = ?
                        """,
                    arguments: [id.description])
                guard let row else { throw SecondReadingRefused.lapsed }
                return try BlindConcern(row: row)
            }
        } catch let refused as SecondReadingRefused {
            throw refused
        } catch {
            throw .store(StoreProblem(error))
        }
    }

    /// Takes down what the second reader made of a concern.
    ///
    /// Where they found words that identify someone, the text is taken away from inspectors and out of their search in the
    /// same transaction, until it is written anew.
    ///
    /// - Returns: whether the words are withheld now.
    /// - Throws: ``SecondReadingRefused``; then nothing was changed.
    @discardableResult package func take(_ reading: SecondReading) async throws(SecondReadingRefused) -> Bool {
        let traces: Traces
        do {
            traces = try await database.write { db in
                try Self.check(reading.concern, by: reading.by, in: db)
                try Self.record(reading, in: db)
                try log.append(
                    LogLine(
                        day: reading.on, who: reading.by, did: "read again", about: reading.concern.description),
                    in: db)
                guard !reading.missed.isEmpty else { return .none }
                return try withhold(reading, in: db)
            }
        } catch let refused as SecondReadingRefused {
            throw refused
        } catch {
            throw .store(StoreProblem(error))
        }
        await database.clear(traces)
        return traces != .none
    }

    private static func check(_ id: ConcernID, by name: String, in db: Database) throws {
        let chosen = try Row.fetchOne(
            db, sql: "SELECT firstBy, readOn FROM secondReading WHERE concern = ?", arguments: [id.description])
        guard let chosen else { throw SecondReadingRefused.notChosen }
        guard chosen["readOn"] == nil else { throw SecondReadingRefused.alreadyRead }
        guard chosen["firstBy"] != name else { throw SecondReadingRefused.ownDecision }
        let request: SQLRequest<Int> = "SELECT 1 FROM \(isAwaited) AND secondReading.concern = \(id.description)"
        guard try request.fetchOne(db) != nil else { throw SecondReadingRefused.lapsed }
    }

    private static func record(_ reading: SecondReading, in db: Database) throws {
        try db.execute(
            sql: """
                UPDATE secondReading SET urgency = :urgency, areas = :areas, readBy = :by, readOn = :day,
                    hadText = EXISTS (SELECT 1 FROM moderated WHERE moderated.concern = :concern AND text IS NOT NULL)
                WHERE concern = :concern
                """,
            arguments: [
                "concern": reading.concern.description, "urgency": reading.coding.urgency.rawValue,
                "areas": Desk.text(reading.coding.areas), "by": reading.by, "day": reading.on.description,
            ])
        for (kind, count) in reading.missed where count > 0 {
            try db.execute(
                sql: "INSERT INTO missedIdentifier (concern, kind, count) VALUES (?, ?, ?)",
                arguments: [reading.concern.description, kind.rawValue, count])
        }
    }

    /// - Returns: where the words may still lie; none where there were none to take away.
    private func withhold(_ reading: SecondReading, in db: Database) throws -> Traces {
        let id = reading.concern.description
        guard try ModeratedRecord.withhold(id, since: reading.on, in: db) else { return .none }
        try log.erasures.note([NotedErasure(.readText, of: id, on: reading.on)], in: db)
        try log.append(LogLine(day: reading.on, who: reading.by, did: "withheld the words", about: id), in: db)
        return .inIndex
    }
}

extension BlindConcern {
    fileprivate init(row: Row) throws {
        id = try ConcernID(row["id"] as String)
        arrivedOn = try row.day("arrivedOn")
        channel = try row.choice("channel")
        teller = row.optionalChoice("teller")
        sharing = try row.choice("sharing")
        words = row["words"]
        key = row["key"]
        text = (row["text"] as String?).map(ModeratedText.init(asDecided:))
    }
}
