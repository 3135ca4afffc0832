internal import Concerns
internal import GRDB

/// What an entry that could not be taken as it came leaves in the database.
enum QuarantineRecord {
    static func insert(_ entry: NewQuarantined, into db: Database) throws -> Kept {
        if try ImportMark.isKnown(entry.mark, in: db) { return .alreadyThere }
        try ImportMark.insert(entry.mark, into: db)
        let id = entry.id.description
        try db.executePrepared(
            """
            INSERT INTO quarantine (id, arrivedOn, channel, authority, urgency, reason, source)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            [
                id, entry.arrivedOn.description, entry.channel.rawValue, entry.authority?.description,
                entry.urgency?.rawValue, entry.reason, entry.source,
            ])
        try db.executePrepared("INSERT INTO quarantineKey (quarantined, sealed) VALUES (?, ?)", [id, entry.key])
        return .kept
    }
}
