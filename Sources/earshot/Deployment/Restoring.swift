import Concerns
import Foundation
import Sealing
import Store
import Triage

/// Puts a backup in the place of a data folder's database.
struct Restoring {
    let folder: DataFolder
    let backup: URL
    /// Whether it may take the place of a database that holds something.
    let replaces: Bool

    /// What was done, for the person who gave the command.
    struct Done: CustomStringConvertible {
        let madeOn: Day
        let erased: [ErasureKind: Int]
        let entries: Int

        var description: String {
            """
            The backup of \(madeOn) is in place. Its log was whole: \(entries) entries.
            Taken back again: \(erased[.takenBack] ?? 0). Erased again: \(erased[.whole] ?? 0) with all that was made of them, \
            \(erased[.original] ?? 0) originals, \(erased[.receipt] ?? 0) receipts and \
            \(erased[.safeguardingRecord] ?? 0) safeguarding records whose term was over.
            Withheld from inspectors until written anew at the desk, as they were changed or taken away since: \
            \(erased[.readText] ?? 0) texts. Disabled again: \(erased[.account] ?? 0) accounts. \
            Set aside again: \(erased[.setAside] ?? 0) sources.
            """
        }
    }

    /// - Parameters:
    ///   - termMonths: how long a backup is kept.
    ///   - reason: why a backup is taken that is too old, whose log is not whole, or without the list of erasures; nil
    ///     refuses it.
    /// - Throws: ``CommandFailure``, also while another command has the database open; `StoreProblem`. Then the database is
    ///   as it was.
    func run(termMonths: Int, because reason: String?, today: Day) async throws -> Done {
        let use = try folder.useAlone()
        defer { try? use.close() }
        let keys = try folder.knownServiceKeys()
        let madeOn = try dayOfBackup()
        guard reason != nil || madeOn.adding(months: termMonths) >= today else {
            throw CommandFailure.unusable(
                "The backup of \(madeOn) is older than backups are kept (\(termMonths) months). Take a newer one, or say "
                    + "--force --reason WHY.")
        }
        let erasures = ErasureList(file: folder.erasures, key: keys.erasures)
        guard reason != nil || erasures.isThere else {
            throw CommandFailure.unusable(
                "The list of erasures is not in the data folder, so that what was taken back since the backup would return. "
                    + "Put the copy of “erasures” there, or say --force --reason WHY.")
        }
        try checkPlace()
        try copy()
        defer { try? folder.removeRestoring() }
        let records = try Records(file: folder.restoring)
        let log = folder.log(of: records, keys: keys)
        let verdict = try await log.verify()
        if let fault = verdict.fault, reason == nil {
            throw CommandFailure.unusable(
                "The log in the backup is not whole, or keys/ are not those it was made with. \(fault)")
        }
        let erased = try await records.retention(log: log).reapply(
            erasures.found(), toBackupOf: madeOn, because: reason, today: today)
        try await records.rewrite()
        let head = try await log.head()
        try records.close()
        try putInPlace()
        try LogHeadFile(folder: folder).write(head)
        return Done(madeOn: madeOn, erased: erased, entries: verdict.entries)
    }

    private func dayOfBackup() throws -> Day {
        guard FileManager.default.fileExists(atPath: backup.path) else {
            throw CommandFailure.unusable("There is no file “\(backup.lastPathComponent)”. Name a backup.")
        }
        let day: Day?
        do throws(StoreProblem) { day = try Records.dayOfBackup(in: backup) } catch {
            switch error {
            case .tooNew: throw CommandFailure.unusable(error.description)
            default:
                throw CommandFailure.unusable(
                    "“\(backup.lastPathComponent)” is damaged or is no backup of Earshot’s. Take another.")
            }
        }
        guard let day else {
            throw CommandFailure.unusable(
                "“\(backup.lastPathComponent)” was not made by earshot backup. Take a file that was.")
        }
        return day
    }

    /// Whether the backup may come here.
    private func checkPlace() throws {
        guard !folder.isEmpty, !replaces else { return }
        let isFree = try? Records.readOnly(file: folder.database).holdsNothing()
        guard isFree == true else {
            throw CommandFailure.unusable(
                "The data folder holds a database already. Name an empty one with --data, or say --replace.")
        }
    }

    private func copy() throws {
        do {
            try folder.removeRestoring()
            try FileManager.default.copyItem(at: backup, to: folder.restoring)
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: folder.restoring.path)
        } catch {
            throw CommandFailure.inputOutput("The backup cannot be copied here. The disk may be full: make room.")
        }
    }

    /// At every moment either the former database is there with all that it ever acknowledged, or the backup is.
    private func putInPlace() throws {
        try folder.whileLocked {
            try makeFormerOneFile()
            guard rename(folder.restoring.path, folder.database.path) == 0 else {
                throw CommandFailure.inputOutput("The backup cannot be put in place. Check the data folder.")
            }
            try DataFolder.synchronize(folder: folder.url)
        }
    }

    /// Folds the former database's log into it, so that nothing is lost by taking away the files beside it; a log that
    /// stayed would be taken for the backup's.
    ///
    /// A former database that is damaged cannot be used any more, with or without its log.
    ///
    /// - Throws: `StoreProblem` when it is in use or the disk is full; then nothing was taken away.
    func makeFormerOneFile() throws {
        if !folder.isEmpty {
            do { try Records.foldLogIn(file: folder.database) } catch StoreProblem.damaged {}
        }
        for ending in ["-wal", "-shm"] {
            try? FileManager.default.removeItem(atPath: folder.database.path + ending)
        }
        // On disk before the renaming is.
        try DataFolder.synchronize(folder: folder.url)
    }
}

/// What of the moderation data restoring needs.
enum ModerationTerms {
    /// How many months a backup is kept.
    ///
    /// - Throws: ``CommandFailure`` or `FactProblem`.
    static func backupMonths(_ options: FolderOptions) throws -> Int {
        let files = try TextFiles.read(
            ShippedFolder.moderation.url(instead: options.moderation), endings: [".yaml", ".txt"])
        return try ModerationRules(files: files).retention.first { $0.kind == .backup }?.months ?? 0
    }
}
