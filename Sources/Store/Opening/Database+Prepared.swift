internal import GRDB

extension Database {
    /// Executes a statement that is prepared once for the life of the connection.
    ///
    /// For what an import does a hundred thousand times: preparing costs several times what inserting one row does.
    func executePrepared(_ sql: String, _ arguments: StatementArguments) throws {
        try cachedStatement(sql: sql).execute(arguments: arguments)
    }

    /// Whether the statement, prepared once, finds any row.
    func findsPrepared(_ sql: String, _ arguments: StatementArguments) throws -> Bool {
        try Row.fetchOne(cachedStatement(sql: sql), arguments: arguments) != nil
    }
}
