import Concerns
import Foundation
import Sealing
import Store

/// What was erased, kept outside the database and its backups in `erasures`, so that a restored backup is erased again.
///
/// Shape: records of 37 bytes, only ever added: a kind, the day's number since 1970 (4 bytes, big-endian) and a keyed hash
/// of the concern's random number, so that the list by itself names nobody. A kind with its highest bit set is of an erasure
/// that was noted and then could not be carried out.
struct ErasureList: Sendable {
    private static let recordBytes = 37
    private static let neverWas: UInt8 = 0x80

    let file: URL
    /// Of ``ServiceKeys/erasures``.
    let key: Data

    var isThere: Bool { FileManager.default.fileExists(atPath: file.path) }

    /// Adds records, be it none, so that the list is there; they are on disk when it returns.
    ///
    /// The file's time is no finer than the days in it.
    ///
    /// - Throws: `StoreProblem.cannotWrite`.
    func note(_ erasures: [NotedErasure]) throws(StoreProblem) {
        let isNew = !isThere
        try whileOpen(O_CREAT | O_APPEND) { handle in
            let former = isNew ? nil : FileTimes.day(of: handle.fileDescriptor)
            // A power cut may have left part of a record, whose erasure then never was.
            let size = try handle.seekToEnd()
            let torn = size % UInt64(Self.recordBytes)
            if torn > 0 { try handle.truncate(atOffset: size - torn) }
            do {
                try handle.write(contentsOf: erasures.reduce(into: Data()) { $0.append(record(of: $1)) })
                try handle.synchronize()
            } catch {
                // What fitted on a full disk must go again, as what it is of will not be erased.
                try? handle.truncate(atOffset: size - torn)
                throw error
            }
            let days = erasures.map(\.day) + [former].compactMap(\.self)
            FileTimes.dull(handle.fileDescriptor, to: days.max() ?? MachineClock.today)
        }
        guard isNew else { return }
        let folder = file.deletingLastPathComponent()
        do { try DataFolder.synchronize(folder: folder) } catch { throw .cannotWrite }
        FileTimes.dull(folder: folder, to: MachineClock.today)
    }

    /// Marks the newest record of each erasure as one that never was, in its place, so that no room is needed.
    ///
    /// - Throws: `StoreProblem.cannotWrite`; then what still lives would be erased from a backup that is restored.
    func takeBack(_ erasures: [NotedErasure]) throws(StoreProblem) {
        try whileOpen(0) { handle in
            let former = FileTimes.day(of: handle.fileDescriptor)
            var bytes = try handle.readToEnd().map([UInt8].init) ?? []
            for erasure in erasures {
                let record = record(of: erasure)
                let starts = stride(from: 0, through: bytes.count - Self.recordBytes, by: Self.recordBytes)
                let newest = starts.reversed().first { bytes[$0..<$0 + Self.recordBytes].elementsEqual(record) }
                guard let newest else { continue }
                bytes[newest] |= Self.neverWas
                try handle.seek(toOffset: UInt64(newest))
                try handle.write(contentsOf: [bytes[newest]])
            }
            FileTimes.dull(handle.fileDescriptor, to: former)
        }
    }

    /// Does `work` while nobody else writes to the file, which is on disk when this returns.
    private func whileOpen(_ flags: Int32, _ work: (FileHandle) throws -> Void) throws(StoreProblem) {
        let descriptor = open(file.path, O_RDWR | O_CLOEXEC | flags, 0o600)
        guard descriptor >= 0 else { throw .cannotWrite }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        do {
            guard flock(descriptor, LOCK_EX) == 0 else { throw StoreProblem.cannotWrite }
            try work(handle)
            try handle.synchronize()
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
                guard let kind = ErasureKind(rawValue: bytes[start] & ~Self.neverWas) else {
                    throw .unusable("The list of erasures is damaged. Put “erasures” back from where it is copied to.")
                }
                if bytes[start] & Self.neverWas != 0 { continue }
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
