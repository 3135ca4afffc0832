import Foundation
import Sealing

/// The folder that holds all that a deployment keeps.
///
///     earshot.sqlite   the database
///     keys/service.key   the service's own secrets, never in the database or its backup
///     keys/sending   by what a form is known when it is sent twice; two days' keys, never in any backup
///     keys/team.public   what words are sealed with
///     keys/team.wrapped   the team's private key, closed with the recovery words
///     log.head   where the log stands, so that what is taken off its end is missed
///     erasures   what was erased, for backups that still hold it
///     moderation.good   the last moderation data that passed their check
///     demonstration   there when everything in here is invented
///     in-use, lock, keys/lock   empty; held by the commands that are at work here
struct DataFolder {
    let url: URL

    /// Opens the folder, makes it (mode 0700) where there is none.
    ///
    /// - Throws: ``CommandFailure`` in one line when that cannot be done.
    init(_ path: String) throws(CommandFailure) {
        url = URL(filePath: path, directoryHint: .isDirectory)
        do {
            try FileManager.default.createDirectory(
                at: url.appending(path: "keys"), withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
            try Self.synchronize(folder: url)
        } catch {
            throw .inputOutput(
                "The data folder “\(path)” cannot be made. Check that you may write there, or name another with --data."
            )
        }
        guard access(url.path, W_OK | X_OK) == 0 else {
            throw .inputOutput("The data folder “\(path)” is not yours to write in. Name another with --data.")
        }
    }

    /// Opens a folder that is there, to look into it; nothing is made.
    ///
    /// - Throws: ``CommandFailure`` when there is none or it holds no database.
    init(existing path: String) throws(CommandFailure) {
        url = URL(filePath: path, directoryHint: .isDirectory)
        guard !isEmpty else {
            throw .unavailable("There is no data folder “\(path)” with a database in it. Name it with --data.")
        }
    }

    var database: URL { url.appending(path: "earshot.sqlite") }
    var demonstrationMark: URL { url.appending(path: "demonstration") }
    var teamPublicKey: URL { url.appending(path: "keys/team.public") }
    var teamWrappedKey: URL { url.appending(path: "keys/team.wrapped") }
    var logHead: URL { url.appending(path: "log.head") }
    var erasures: URL { url.appending(path: "erasures") }
    var goodModeration: URL { url.appending(path: "moderation.good") }
    /// Where a backup is made ready to take the database's place.
    var restoring: URL { url.appending(path: "earshot.sqlite.restoring") }
    var sendingKeys: URL { url.appending(path: "keys/sending") }
    private var serviceKey: URL { url.appending(path: "keys/service.key") }

    var isEmpty: Bool { !FileManager.default.fileExists(atPath: database.path) }
    var isDemonstration: Bool { FileManager.default.fileExists(atPath: demonstrationMark.path) }

    /// The service's own keys; made on the first run.
    func serviceKeys() throws -> ServiceKeys { try whileLocked(madeServiceKeys) }

    /// The service's own keys as they are there; none are made.
    ///
    /// - Throws: ``CommandFailure`` when they are missing or damaged.
    func knownServiceKeys() throws(CommandFailure) -> ServiceKeys {
        guard let master = FileManager.default.contents(atPath: serviceKey.path) else {
            throw .unusable(
                "keys/service.key is missing. Put it back from where it is kept; without it no receipt works.")
        }
        guard master.count == ServiceKeys.byteCount else {
            throw .unusable(
                "keys/service.key is damaged. Put it back from where it is kept; without it no receipt works.")
        }
        return ServiceKeys(master: master)
    }

    private func madeServiceKeys() throws(CommandFailure) -> ServiceKeys {
        if !isEmpty || FileManager.default.fileExists(atPath: serviceKey.path) { return try knownServiceKeys() }
        let master = Data((0..<ServiceKeys.byteCount).map { _ in UInt8.random(in: .min ... .max) })
        try keep(master, at: serviceKey)
        return ServiceKeys(master: master)
    }

    /// Writes a file whole or not at all, on disk before it returns; its time tells the day and no more.
    func keep(_ bytes: Data, at file: URL) throws(CommandFailure) {
        do {
            // A name of its own, so that two commands at once cannot write into each other's.
            let beside = file.appendingPathExtension("new-\(getpid())")
            guard FileManager.default.createFile(atPath: beside.path, contents: nil) else {
                throw CocoaError(.fileWriteUnknown)
            }
            let handle = try FileHandle(forWritingTo: beside)
            try handle.write(contentsOf: bytes)
            FileTimes.dull(handle.fileDescriptor, to: MachineClock.today)
            try handle.synchronize()
            try handle.close()
            guard rename(beside.path, file.path) == 0 else { throw CocoaError(.fileWriteUnknown) }
            // Without this a power cut may undo the renaming, though the file itself is on disk.
            try Self.synchronize(folder: file.deletingLastPathComponent())
            FileTimes.dull(folder: file.deletingLastPathComponent(), to: MachineClock.today)
        } catch {
            throw .inputOutput(
                "\(file.lastPathComponent) cannot be written. The disk may be full: make room, try again.")
        }
    }

    static func synchronize(folder: URL) throws {
        let descriptor = open(folder.path, O_RDONLY | O_DIRECTORY)
        guard descriptor >= 0 else { throw CocoaError(.fileWriteUnknown) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw CocoaError(.fileWriteUnknown) }
    }

    /// Does `work` while no other command makes keys or tables in this folder.
    func whileLocked<Made>(_ work: () throws -> Made) throws -> Made {
        let lock = try opened("keys/lock")
        defer { try? lock.close() }
        guard flock(lock.fileDescriptor, LOCK_EX) == 0 else {
            throw CommandFailure.inputOutput(
                "The data folder cannot be locked. Check that you may write in the data folder.")
        }
        return try work()
    }

    /// Makes sure that one server at a time works on this folder; the lock goes with the process.
    ///
    /// - Returns: the open lock, to be kept as long as the server runs.
    func lock() throws(CommandFailure) -> FileHandle {
        let handle = try opened("lock")
        guard flock(handle.fileDescriptor, LOCK_EX | LOCK_NB) == 0 else {
            throw .unavailable(
                "Another Earshot server is at work on this data folder. Stop it, or name another folder with --data.")
        }
        return handle
    }

    /// Removes what a restoring that was killed has left beside the database; only while nothing is being restored.
    func removeRestoring() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: url.path)
        for name in names where name.hasPrefix(restoring.lastPathComponent) {
            try FileManager.default.removeItem(at: url.appending(path: name))
        }
    }

    private func opened(_ name: String) throws(CommandFailure) -> FileHandle {
        let path = url.appending(path: name).path
        let isThere = FileManager.default.fileExists(atPath: path)
        guard isThere || FileManager.default.createFile(atPath: path, contents: nil),
            let handle = FileHandle(forUpdatingAtPath: path)
        else {
            throw .inputOutput("The data folder cannot be locked. Check that you may write in it.")
        }
        return handle
    }
}
