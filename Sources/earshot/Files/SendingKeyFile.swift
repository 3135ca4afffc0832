import Foundation
import Sealing
import Synchronization

/// The keys by which a form is known when it is sent twice: those of today and yesterday (UTC), in `keys/sending`.
///
/// Shape of the file: a line for each, the day's number since 1970, a space, 32 bytes in base64. Older keys are forgotten,
/// so that nobody can later derive a receipt from a form that lay about; they must not live on in a backup either.
final class SendingKeyFile: Sendable {
    private static let byteCount = 32

    private let folder: DataFolder
    private let epochNow: @Sendable () -> Int
    private let held: Mutex<[Int: Data]>

    /// Reads the file, where there is one.
    ///
    /// - Throws: ``CommandFailure`` when it cannot be read or is damaged.
    init(
        in folder: DataFolder,
        epochNow: @escaping @Sendable () -> Int = { SendingKeys.epoch(ofSecond: MachineClock.secondsNow) }
    ) throws(CommandFailure) {
        self.folder = folder
        self.epochNow = epochNow
        held = Mutex(try Self.read(folder.sendingKeys))
    }

    /// The key of today or yesterday, made and on disk when it is first asked for.
    ///
    /// - Returns: nil for any other day, and when the disk does not take a new key: without it on disk, a form sent again
    ///   after a restart would be kept twice.
    func key(ofEpoch epoch: Int) -> Data? {
        let usable = self.usable
        guard usable.contains(epoch) else { return nil }
        return held.withLock { keys in
            if let key = keys[epoch] { return key }
            // A server and an import share the file: whoever comes second takes what the first has made.
            let shared = try? folder.whileLocked {
                var shared = try Self.read(folder.sendingKeys).filter { usable.contains($0.key) }
                if shared[epoch] == nil {
                    shared[epoch] = Data((0..<Self.byteCount).map { _ in UInt8.random(in: .min ... .max) })
                    try write(shared)
                }
                return shared
            }
            guard let shared else { return nil }
            keys = shared
            return shared[epoch]
        }
    }

    /// Forgets the keys before yesterday's, also when nobody sends anything.
    ///
    /// - Throws: ``CommandFailure`` when the file cannot be written; then they stay for the next time.
    func forgetPast() throws {
        let usable = self.usable
        try held.withLock { keys in
            try folder.whileLocked {
                let shared = try Self.read(folder.sendingKeys)
                let kept = shared.filter { usable.contains($0.key) }
                if kept.count < shared.count { try write(kept) }
                keys = kept
            }
        }
    }

    /// The day before too, as a form works for twelve hours.
    private var usable: ClosedRange<Int> {
        let now = epochNow()
        return now - 1...now
    }

    private func write(_ keys: [Int: Data]) throws(CommandFailure) {
        let lines = keys.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.base64EncodedString())\n" }
        let former = try? FileHandle(forUpdating: folder.sendingKeys)
        defer { try? former?.close() }
        try folder.keep(Data(lines.joined().utf8), at: folder.sendingKeys)
        // The name stands for another file now; without this the old keys would lie on the disk till that place is used
        // again. A file system that writes every change elsewhere keeps them a while all the same.
        if let former, let size = try? former.seekToEnd() {
            try? former.seek(toOffset: 0)
            try? former.write(contentsOf: Data(count: Int(size)))
            try? former.synchronize()
        }
    }

    private static func read(_ file: URL) throws(CommandFailure) -> [Int: Data] {
        guard FileManager.default.fileExists(atPath: file.path) else { return [:] }
        guard let bytes = FileManager.default.contents(atPath: file.path) else { throw damaged }
        var keys: [Int: Data] = [:]
        for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
            let parts = line.split(separator: " ")
            guard parts.count == 2, let epoch = Int(parts[0]), let key = Data(base64Encoded: String(parts[1])),
                key.count == byteCount
            else { throw damaged }
            keys[epoch] = key
        }
        return keys
    }

    private static var damaged: CommandFailure {
        .unusable(
            "keys/sending is damaged or cannot be read. Check its permissions, or take it away: then a form sent before "
                + "and again now is kept twice, and nothing else is lost.")
    }
}
