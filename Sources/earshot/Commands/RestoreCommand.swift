import ArgumentParser
import Concerns
import Foundation
import Store

struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Put a backup in the database’s place, and erase again what was erased since.",
        discussion: """
            Neither the service nor any other command may run meanwhile, and keys/ must be those that were in use when the backup was made. The newest “erasures” \
            must be in the data folder: what stands there is erased again. What came in since the backup is not in it.

            Example: earshot restore /backups/earshot-2026-11-28
            """)

    @OptionGroup var folders: FolderOptions
    @Argument(help: "The backup.") var file: String
    @Flag(help: "Take the place of a database that holds something.") var replace = false
    @Flag(help: "Take also a backup whose term is over, whose log is not whole, or without “erasures”; needs --reason.")
    var force = false
    @Option(help: "Why, for the log; no names and no words of anyone.") var reason: String?

    func validate() throws {
        guard !force || reason?.allSatisfy(\.isWhitespace) == false else {
            throw ValidationError("--force needs --reason: it stands in the log.")
        }
    }

    func run() async throws {
        do {
            let folder = try folders.dataFolder(settings: Settings())
            let lock = try folder.lock()
            defer { try? lock.close() }
            let months = try ModerationTerms.backupMonths(folders)
            let restoring = Restoring(folder: folder, backup: URL(filePath: file), replaces: replace)
            let done = try await restoring.run(
                termMonths: months, because: force ? reason : nil, today: MachineClock.today)
            Console.result(done.description)
        } catch {
            throw CommandFailure(error)
        }
    }
}
