import Foundation
import Sealing

/// The folder that holds all that a deployment keeps.
///
///     earshot.sqlite   the database
///     keys/service.key   the service's own secrets, never in the database or its backup
///     keys/team.public   what words are sealed with
///     keys/team.wrapped   the team's private key, closed with the recovery words
///     demonstration   there when everything in here is invented
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
        } catch {
            throw .inputOutput(
                "The data folder “\(path)” cannot be made. Check that you may write there, or name another with --data."
            )
        }
        guard access(url.path, W_OK | X_OK) == 0 else {
            throw .inputOutput("The data folder “\(path)” is not yours to write in. Name another with --data.")
        }
    }

    var database: URL { url.appending(path: "earshot.sqlite") }
    var demonstrationMark: URL { url.appending(path: "demonstration") }
    var teamPublicKey: URL { url.appending(path: "keys/team.public") }
    var teamWrappedKey: URL { url.appending(path: "keys/team.wrapped") }
    private var serviceKey: URL { url.appending(path: "keys/service.key") }

    var isEmpty: Bool { !FileManager.default.fileExists(atPath: database.path) }
    var isDemonstration: Bool { FileManager.default.fileExists(atPath: demonstrationMark.path) }

    /// The service's own keys; made on the first run.
    func serviceKeys() throws(CommandFailure) -> ServiceKeys {
        if let master = FileManager.default.contents(atPath: serviceKey.path) {
            guard master.count == ServiceKeys.byteCount else {
                throw .unusable("keys/service.key is damaged. Put it back from a backup; without it no receipt works.")
            }
            return ServiceKeys(master: master)
        }
        guard isEmpty else {
            throw .unusable("keys/service.key is missing. Put it back from a backup; without it no receipt works.")
        }
        let master = Data((0..<ServiceKeys.byteCount).map { _ in UInt8.random(in: .min ... .max) })
        try keep(master, at: serviceKey)
        return ServiceKeys(master: master)
    }

    /// Writes a file whole or not at all, on disk before it returns.
    func keep(_ bytes: Data, at file: URL) throws(CommandFailure) {
        do {
            let beside = file.appendingPathExtension("new")
            guard FileManager.default.createFile(atPath: beside.path, contents: nil) else {
                throw CocoaError(.fileWriteUnknown)
            }
            let handle = try FileHandle(forWritingTo: beside)
            try handle.write(contentsOf: bytes)
            try handle.synchronize()
            try handle.close()
            guard rename(beside.path, file.path) == 0 else { throw CocoaError(.fileWriteUnknown) }
        } catch {
            throw .inputOutput(
                "\(file.lastPathComponent) cannot be written. The disk may be full: make room, try again.")
        }
    }

    /// Makes sure that one server at a time works on this folder; the lock goes with the process.
    ///
    /// - Returns: the open lock, to be kept as long as the server runs.
    func lock() throws(CommandFailure) -> FileHandle {
        let path = url.appending(path: "lock").path
        let isThere = FileManager.default.fileExists(atPath: path)
        guard isThere || FileManager.default.createFile(atPath: path, contents: nil),
            let handle = FileHandle(forUpdatingAtPath: path)
        else {
            throw .inputOutput("The data folder cannot be locked. Check that you may write in it.")
        }
        guard flock(handle.fileDescriptor, LOCK_EX | LOCK_NB) == 0 else {
            throw .unavailable(
                "Another Earshot server is at work on this data folder. Stop it, or name another folder with --data.")
        }
        return handle
    }
}
