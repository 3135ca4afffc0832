import Concerns
import Foundation
import Sealing
import Store

/// What was erased, kept outside the database and its backups in `erasures`, so that a restored backup is erased again.
///
/// Shape: records of 37 bytes, only ever added: a kind, the day's number since 1970 (4 bytes, big-endian) and a keyed hash
/// of the concern's random number, so that the list by itself names nobody.
struct ErasureList: Sendable {
    private static let recordBytes = 37

    let file: URL
    /// Of ``ServiceKeys/erasures``.
    let key: Data

    var isThere: Bool { FileManager.default.fileExists(atPath: file.path) }

    /// Adds records, be it none, so that the list is there; they are on disk when it returns.
    ///
    /// - Throws: `StoreProblem.cannotWrite`.
    func note(_ erasures: [NotedErasure]) throws(StoreProblem) {
        let isNew = !isThere
        let descriptor = open(file.path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .cannotWrite }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        do {
            guard flock(descriptor, LOCK_EX) == 0 else { throw StoreProblem.cannotWrite }
            // A power cut may have left part of a record, whose erasure then never was.
            let size = try handle.seekToEnd()
            let torn = size % UInt64(Self.recordBytes)
            if torn > 0 { try handle.truncate(atOffset: size - torn) }
            try handle.write(contentsOf: erasures.reduce(into: Data()) { $0.append(record(of: $1)) })
            try handle.synchronize()
            if isNew { try DataFolder.synchronize(folder: file.deletingLastPathComponent()) }
            try handle.close()
        } catch {
            throw .cannotWrite
        }
    }

    /// What was erased of a concern, and when.
    ///
    /// - Throws: ``CommandFailure`` when the list is there and cannot be read.
    func found() throws(CommandFailure) -> @Sendable (_ concern: String) -> [ErasureKind: Day] {
        var all: [Data: [ErasureKind: Day]] = [:]
        if isThere {
            guard let bytes = FileManager.default.contents(atPath: file.path).map([UInt8].init) else {
                throw .inputOutput("The list of erasures cannot be read. Check the permissions of “erasures”.")
            }
            for start in stride(from: 0, through: bytes.count - Self.recordBytes, by: Self.recordBytes) {
                guard let kind = ErasureKind(rawValue: bytes[start]) else {
                    throw .unusable("The list of erasures is damaged. Put “erasures” back from where it is copied to.")
                }
                let day = bytes[start + 1..<start + 5].reduce(0) { $0 << 8 | Int($1) }
                all[Data(bytes[start + 5..<start + Self.recordBytes]), default: [:]][kind] = Day(number: day)
            }
        }
        let (marks, key) = (all, key)
        return { concern in marks[KeyedMark.of(Data(concern.utf8), key: key)] ?? [:] }
    }

    private func record(of erasure: NotedErasure) -> Data {
        Data([erasure.kind.rawValue]) + withUnsafeBytes(of: UInt32(clamping: erasure.day.number).bigEndian) { Data($0) }
            + KeyedMark.of(Data(erasure.id.utf8), key: key)
    }
}
