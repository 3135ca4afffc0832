package import Concerns
internal import GRDB

extension Desk {
    /// Takes two threads for those of one young person: one voice from now on.
    ///
    /// Such as a form sent twice, or a second letter without a receipt. Each keeps its receipt and its answers.
    ///
    /// - Parameters:
    ///   - id: any concern of the thread that is merged.
    ///   - other: any concern of the thread that it is merged into.
    ///   - seen: how both stood when the moderator looked at them, as ``ThreadsToMerge/standing``; nil where nobody looked.
    /// - Throws: ``MergeRefused``; then nothing was changed.
    @discardableResult package func merge(
        _ id: ConcernID, into other: ConcernID, ifStill seen: String? = nil, by name: String, on day: Day
    ) async throws(MergeRefused) -> Undoable {
        do {
            return try await database.write { db in
                if let seen {
                    let (own, others) = try Self.groups(of: id, other, in: db)
                    let now = try ThreadsToMerge(own: ThreadToMerge(own, in: db), other: ThreadToMerge(others, in: db))
                    guard now.standing == seen else { throw MergeRefused.changedMeanwhile }
                }
                return try merge(id, into: other, by: name, on: day, in: db)
            }
        } catch let refused as MergeRefused {
            throw refused
        } catch {
            throw .store(StoreProblem(error))
        }
    }

    func merge(
        _ id: ConcernID, into other: ConcernID, by name: String, on day: Day, in db: Database
    ) throws -> Undoable {
        let (own, others) = try Self.groups(of: id, other, in: db)
        let (thread, target) = (try Self.thread(of: id, in: db), try Self.thread(of: other, in: db))
        let formerVoice = try own.voice(in: db)
        // With nothing accepted there yet, what is accepted later takes the voice that is here.
        if let voice = try others.voice(in: db) { try own.take(voice, in: db) }
        try db.execute(
            sql: "INSERT INTO merged (thread, target, formerVoice) VALUES (?, ?, ?)",
            arguments: [thread.description, target.description, formerVoice])
        try log.append(
            LogLine(day: day, who: name, did: "merged into \(target)", about: thread.description), in: db)
        return .merge(thread, into: target)
    }

    /// Takes a merged thread for one of its own again.
    ///
    /// - Parameter id: any concern of the thread that was merged into another.
    /// - Throws: ``MergeRefused``; then nothing was changed.
    @discardableResult package func takeApart(
        _ id: ConcernID, by name: String, on day: Day
    ) async throws(MergeRefused) -> Undoable {
        do {
            return try await database.write { db in
                try takeApart(Self.thread(of: id, in: db), by: name, on: day, in: db)
            }
        } catch let refused as MergeRefused {
            throw refused
        } catch {
            throw .store(StoreProblem(error))
        }
    }

    func takeApart(_ thread: ConcernID, by name: String, on day: Day, in db: Database) throws -> Undoable {
        let row = try Row.fetchOne(
            db, sql: "SELECT target, formerVoice FROM merged WHERE thread = ?", arguments: [thread.description])
        guard let row else { throw MergeRefused.isNotMerged }
        try db.execute(sql: "DELETE FROM merged WHERE thread = ?", arguments: [thread.description])
        let own = try ThreadGroup.under(thread, in: db)
        let target = try ConcernID(row["target"] as String)
        let others = try ThreadGroup(of: target, in: db)
        let voice: String = row["formerVoice"] ?? thread.description
        try own.take(voice, in: db)
        // The others may have taken this voice while the two were one.
        if try others.voice(in: db) == voice { try others.take(others.root, in: db) }
        try log.append(LogLine(day: day, who: name, did: "took apart", about: thread.description), in: db)
        return .apart(thread, from: target)
    }

    /// The concerns whose number begins so, at most two: enough to see whether it says which is meant.
    ///
    /// - Throws: ``StoreProblem``.
    package func concerns(beginning start: String) async throws(StoreProblem) -> [ConcernID] {
        do {
            return try await database.read { db in
                try String.fetchAll(
                    db, sql: "SELECT id FROM concern WHERE id >= :start AND id < :start || '{' ORDER BY id LIMIT 2",
                    arguments: ["start": start]
                ).map { try ConcernID($0) }
            }
        } catch {
            throw StoreProblem(error)
        }
    }

    /// The threads of two concerns, each with those that were merged with it before.
    ///
    /// - Throws: ``MergeRefused`` where they cannot be merged.
    static func groups(
        of id: ConcernID, _ other: ConcernID, in db: Database
    ) throws -> (own: ThreadGroup, others: ThreadGroup) {
        let thread = try Self.thread(of: id, in: db)
        let own = try ThreadGroup(of: thread, in: db)
        let others = try ThreadGroup(of: Self.thread(of: other, in: db), in: db)
        guard own.root != others.root else { throw MergeRefused.isOneAlready }
        guard own.root == thread.description else { throw MergeRefused.isMerged }
        return (own, others)
    }

    private static func thread(of id: ConcernID, in db: Database) throws -> ConcernID {
        let first = try String.fetchOne(
            db, sql: "SELECT coalesce(thread, id) FROM concern WHERE id = ?", arguments: [id.description])
        guard let first else { throw MergeRefused.noSuchConcern }
        return try ConcernID(first)
    }
}

/// Why two threads were not merged, or not taken apart.
package enum MergeRefused: Error, Equatable, CustomStringConvertible {
    case noSuchConcern
    /// Both are one thread, or were merged before.
    case isOneAlready
    /// It was merged into another thread before.
    case isMerged
    case isNotMerged
    /// One of the two changed since the moderator looked at both.
    case changedMeanwhile
    case store(StoreProblem)

    package var description: String {
        switch self {
        case .noSuchConcern: "There is no such concern. Take its number from the queue."
        case .isOneAlready: "Both are one already. Nothing was changed."
        case .isMerged: "This one was merged with another before. Take that apart first."
        case .isNotMerged: "This one is not merged with another. Nothing was changed."
        case .changedMeanwhile: "One of the two changed since. Nothing was changed. Look at both again."
        case .store(let problem): problem.description
        }
    }
}
