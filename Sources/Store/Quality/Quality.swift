internal import Concerns
internal import GRDB

/// What measures the moderation desk: second readings, agreement, times and load.
package struct Quality: Sendable {
    let database: any DatabaseWriter
    let log: Log

    init(_ records: Records, log: Log) {
        database = records.database
        self.log = log
    }

    /// The rows of `secondReading` that wait for somebody, with their concern: not those that lapsed.
    ///
    /// Cross joins keep SQLite from going through all accepted concerns to find the few that wait.
    static let isAwaited: SQL = """
        secondReading CROSS JOIN concern ON concern.id = secondReading.concern
        CROSS JOIN concernKey ON concernKey.concern = secondReading.concern
        WHERE secondReading.readOn IS NULL AND concern.withdrawnOn IS NULL AND concern.state = 'accepted'
        """
}

extension Records {
    /// - Parameter log: the log that its doings are written to, and that load is counted from.
    package func quality(log: Log) -> Quality { Quality(self, log: log) }
}
