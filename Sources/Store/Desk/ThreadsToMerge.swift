package import Concerns
internal import GRDB

/// Two threads before they are taken for one young person's, as a moderator is shown them before they say yes.
package struct ThreadsToMerge: Hashable, Sendable {
    package let own: ThreadToMerge
    package let other: ThreadToMerge

    /// How both stand, for a form to bring back: it differs once either has changed.
    package var standing: String { "\(own.standing)-\(other.standing)" }
}

/// One of two threads, with those that were merged with it before.
package struct ThreadToMerge: Hashable, Sendable {
    /// How many messages a young person wrote in it; what the desk split off is none.
    package let messages: Int
    /// The gravest that any of it is held for.
    package let urgency: Urgency
    /// How often it was decided, undone, split or changed, how much of it is there, open and read, and how grave it is.
    let standing: String

    init(_ group: ThreadGroup, in db: Database) throws {
        let threads = group.threads
        let request: SQLRequest<Row> = """
            SELECT concern.urgency, \(Desk.changes) AS changes, concern.withdrawnOn IS NOT NULL AS isWithdrawn,
                EXISTS (SELECT 1 FROM concernKey WHERE concernKey.concern = concern.id) AS hasWords,
                EXISTS (SELECT 1 FROM moderated WHERE moderated.concern = concern.id AND text IS NOT NULL) AS isRead,
                EXISTS (SELECT 1 FROM split WHERE part = concern.id) AS isPart
            FROM concern WHERE concern.id IN \(threads) OR concern.thread IN \(threads)
            """
        let rows = try request.fetchAll(db)
        func count(_ name: String) -> Int { rows.reduce(0) { $0 + ($1[name] as Int) } }
        messages = rows.count - count("isPart")
        urgency = try rows.map { try $0.choice("urgency") as Urgency }.max() ?? .spam
        let counts = [
            threads.count, rows.count, count("changes"), count("isWithdrawn"), count("hasWords"), count("isRead"),
            urgency.rank,
        ]
        standing = counts.map(String.init).joined(separator: ".")
    }
}

extension Desk {
    /// What merging two concerns' threads would join; nothing is changed.
    ///
    /// - Parameters: as ``merge(_:into:ifStill:by:on:)``.
    /// - Throws: ``MergeRefused`` where they cannot be merged.
    package func threadsToMerge(_ id: ConcernID, into other: ConcernID) async throws(MergeRefused) -> ThreadsToMerge {
        do {
            return try await database.read { db in
                let (own, others) = try Self.groups(of: id, other, in: db)
                return try ThreadsToMerge(own: ThreadToMerge(own, in: db), other: ThreadToMerge(others, in: db))
            }
        } catch let refused as MergeRefused {
            throw refused
        } catch {
            throw .store(StoreProblem(error))
        }
    }
}
