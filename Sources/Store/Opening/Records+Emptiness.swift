internal import GRDB

extension Records {
    /// Whether nothing in here was ever closed with the moderators' key.
    ///
    /// - Throws: ``StoreProblem``.
    package func isFreeOfSealedWords() throws(StoreProblem) -> Bool {
        do {
            return try database.read { db in
                try Bool.fetchOne(
                    db,
                    sql: """
                        SELECT NOT EXISTS (SELECT 1 FROM concernKey)
                            AND NOT EXISTS (SELECT 1 FROM quarantineKey)
                            AND NOT EXISTS (SELECT 1 FROM account WHERE teamKey IS NOT NULL)
                        """) ?? false
            }
        } catch {
            throw StoreProblem(error)
        }
    }
}
