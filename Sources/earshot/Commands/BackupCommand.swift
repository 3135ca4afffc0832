import ArgumentParser
import Foundation
import Sealing
import Store

struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Copy the database into one file, also while the service runs.",
        discussion: """
            The keys are not in it, or one theft would take both: copy keys/ once to another safe place, as nothing opens \
            without it. Copy “erasures” and “log.head” too, each day: with them a restored backup is erased again, and shown \
            to be whole. Each backup is to be destroyed when its term in Moderation/retention.yaml is over: the \
            service and earshot retention run do that in the folder EARSHOT_BACKUPS.

            Example: earshot backup /backups/earshot-2026-11-28
            """)

    @OptionGroup var folders: FolderOptions
    @Argument(help: "The file to write; it must not be there yet.") var file: String

    func run() async throws {
        do {
            let deployment = try Deployment(folders)
            let target = URL(filePath: file)
            guard !FileManager.default.fileExists(atPath: target.path) else {
                throw CommandFailure.unusable("“\(file)” is there already. Name a file that is not.")
            }
            let beside = BackupFolder.partial(of: target)
            defer { try? FileManager.default.removeItem(at: beside) }
            guard
                FileManager.default.createFile(
                    atPath: beside.path, contents: nil, attributes: [.posixPermissions: 0o600])
            else { throw CommandFailure.inputOutput("“\(file)” cannot be written. Check that you may write there.") }
            // From now on a list that is missing is one that was lost.
            try ErasureList(file: deployment.folder.erasures, key: deployment.keys.erasures).note([])
            let today = MachineClock.today
            try await deployment.log.append(
                LogLine(day: today, who: "command line", did: "made a backup", about: "the database"))
            try deployment.records.backUp(to: beside, on: today) { done, total in
                Console.progress("\(done) of \(total) pages", done, of: total)
            }
            // Unlike a renaming, a link never takes the place of what came there meanwhile.
            guard link(beside.path, target.path) == 0 else {
                throw CommandFailure.inputOutput("“\(file)” cannot be written. Is it there already?")
            }
            try DataFolder.synchronize(folder: target.deletingLastPathComponent())
            try await LogHeadFile(folder: deployment.folder).follow(deployment.log)
            try deployment.records.close()
            Console.result("The backup of \(today) is whole: \(file)")
            Console.say("The keys are not in it: keep a copy of keys/ apart from it.")
        } catch {
            throw CommandFailure(error)
        }
    }
}
