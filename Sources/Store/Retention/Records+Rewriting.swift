internal import GRDB

extension Records {
    /// Writes the whole file anew, so that nothing erased is left in the gaps that moved rows leave on its pages.
    ///
    /// SQLite makes the copy in memory, so a file larger than `mostBytes` is left to ``clearTraces()`` alone.
    ///
    /// - Returns: whether it was written anew.
    /// - Throws: ``StoreProblem`` when a reader holds it up or there is no room; then nothing was changed.
    @discardableResult
    package func rewrite(mostBytes: Int = 256 << 20) async throws(StoreProblem) -> Bool {
        try await clearTraces()
        do {
            let bytes = try await database.read { db in
                try Int.fetchOne(db, sql: "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size")
            }
            guard let bytes, bytes <= mostBytes else { return false }
            try await database.vacuum()
        } catch {
            throw StoreProblem(error)
        }
        try await clearTraces()
        return true
    }
}
