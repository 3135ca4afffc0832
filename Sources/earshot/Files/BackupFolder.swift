import Concerns
import Foundation
import Store

/// Where backups are kept on this machine, so that each is destroyed when its term is over.
struct BackupFolder: Sendable {
    let url: URL
    /// How long a backup is kept.
    let months: Int

    /// Whether a backup's term is over, told by the day on which it was made.
    func isOver(_ madeOn: Day, today: Day) -> Bool { madeOn.adding(months: months) < today }

    /// The name that a backup has while it is written, so that what one that was killed has left is known by it.
    static func partial(of backup: URL) -> URL { backup.appendingPathExtension("partial-\(getpid())") }

    /// Whether a file is what a backup that was killed has left: it was last written to before `today`.
    private static func isBrokenOff(_ file: URL, today: Day) -> Bool {
        guard file.lastPathComponent.contains(/\.partial-[0-9]+(-journal|-wal|-shm)?$/),
            let written = try? file.resourceValues(forKeys: [.contentModificationDateKey]).contentModificationDate
        else { return false }
        return EnglishCalendar.day(ofSecond: Int(written.timeIntervalSince1970)) < today
    }

    /// The backups whose term is over, and what backups that were killed have left before today; what is not a backup of Earshot's is none of ours.
    ///
    /// - Throws: ``CommandFailure`` when the folder cannot be read.
    func due(today: Day) throws(CommandFailure) -> [URL] {
        let files: [URL]
        do {
            files = try FileManager.default.contentsOfDirectory(
                at: url, includingPropertiesForKeys: [.isRegularFileKey], options: .skipsHiddenFiles)
        } catch {
            throw .unavailable("The folder of backups cannot be read. Check --backups or EARSHOT_BACKUPS.")
        }
        return files.filter { file in
            guard (try? file.resourceValues(forKeys: [.isRegularFileKey]))?.isRegularFile == true else { return false }
            if Self.isBrokenOff(file, today: today) { return true }
            guard let madeOn = try? Records.dayOfBackup(in: file, isReadThrough: false) else { return false }
            return isOver(madeOn, today: today)
        }
    }

    /// Destroys the backups whose term is over, and what backups that were killed have left.
    ///
    /// - Returns: how many.
    /// - Throws: ``CommandFailure`` when one cannot be taken away.
    func destroyDue(today: Day) throws(CommandFailure) -> Int {
        let files = try due(today: today)
        do {
            for file in files { try FileManager.default.removeItem(at: file) }
            if !files.isEmpty { try DataFolder.synchronize(folder: url) }
        } catch {
            throw .inputOutput(
                "A backup whose term is over cannot be destroyed. Check that you may write to its folder.")
        }
        return files.count
    }
}
