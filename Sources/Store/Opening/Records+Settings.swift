internal import GRDB

extension Records {
    /// Reads back the settings on which durability and erasure rest.
    ///
    /// - Throws: ``StoreProblem/unsafe(setting:is:)`` when one is not in force.
    package func checkSettings() throws(StoreProblem) {
        let found: [String: String]
        do {
            found = try database.writeWithoutTransaction { db in
                var found: [String: String] = [:]
                for setting in Self.required.keys {
                    found[setting] = try String.fetchOne(db, sql: Self.reading(setting))
                }
                return found
            }
        } catch {
            throw StoreProblem(error)
        }
        for (setting, allowed) in Self.required.sorted(by: { $0.key < $1.key }) {
            let value = found[setting] ?? "nothing"
            guard allowed.contains(value) else { throw .unsafe(setting: setting, is: value) }
        }
    }

    /// A setting of SQLite by the values under which an acknowledged concern survives a power cut and an erased one is gone.
    private static let required: [String: Set<String>] = [
        "synchronous": ["2", "3"],  // FULL or EXTRA
        "journal_mode": ["wal"],
        "foreign_keys": ["1"],
        "secure_delete": ["1"],
        "trusted_schema": ["0"],
    ]

    /// The statement that reads one setting; the names are this file's own and never input.
    private static func reading(_ setting: String) -> String { "PRAGMA \(setting)" }
}
