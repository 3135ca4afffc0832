import Foundation
import Store

/// The head of the log as it is kept outside the database, in `log.head`: the number of its newest entry and its hash.
///
/// With it, entries that were taken off the end are missed. It follows the log at a distance of a minute and at the
/// service's end; what was written since is only as safe as the database.
struct LogHeadFile: Sendable {
    let folder: DataFolder

    /// What was noted last; nil where nothing ever was.
    ///
    /// - Throws: ``CommandFailure`` when the file is damaged.
    func read() throws(CommandFailure) -> LogHead? {
        guard let bytes = FileManager.default.contents(atPath: folder.logHead.path) else { return nil }
        let parts = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace)
        guard parts.count == 2, let number = Int(parts[0]), let hash = Data(base64Encoded: String(parts[1])),
            hash.count == 32
        else { throw .unusable("log.head is damaged, so that it cannot tell whether the log was cut off.") }
        return LogHead(number: number, hash: hash)
    }

    /// Notes where the log stands, unless it is no longer the log that was noted before: then the note stays as evidence.
    ///
    /// - Returns: whether the log goes on from what was noted before.
    /// - Throws: ``CommandFailure`` or `StoreProblem`.
    @discardableResult func follow(_ log: Log) async throws -> Bool {
        if let noted = try read() {
            guard try await log.goesOn(from: noted) else { return false }
        }
        let head = try await log.head()
        try folder.whileLocked {
            // A command that came between may have noted a later one.
            guard let noted = try read() else { return try write(head) }
            if head.number > noted.number { try write(head) }
        }
        return true
    }

    /// Notes a head whatever was noted before.
    ///
    /// - Throws: ``CommandFailure`` when it cannot be written.
    func write(_ head: LogHead) throws(CommandFailure) {
        try folder.keep(Data("\(head.number) \(head.hash.base64EncodedString())\n".utf8), at: folder.logHead)
    }
}
