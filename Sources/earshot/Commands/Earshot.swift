import ArgumentParser
import Foundation

/// The one program: the service, and the commands for those who run it.
@main
struct Earshot: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "earshot",
        abstract: "Young people’s words about the services that look after them, heard between inspections.",
        discussion: "Example: earshot serve --demo --data ./demonstration",
        subcommands: [
            Serve.self, InboxCommands.self, TriageCommand.self, BriefCommand.self, AccountCommands.self,
            FrameworkCommands.self,
            ModerationCommands.self, AuditCommands.self, RetentionCommands.self, BackupCommand.self,
            RestoreCommand.self,
        ])

    static func main() async {
        // What this process makes is its own user's and nobody else's.
        umask(0o077)
        // Memory holds originals and keys; it must never be written out.
        var none = rlimit(rlim_cur: 0, rlim_max: 0)
        setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch let failure as CommandFailure {
            // 1 is no error: the work found what it was asked to look for.
            Console.say(failure.exitCode == EXIT_FAILURE ? failure.description : "Error: \(failure)")
            if failure.exitCode == EX_USAGE { sayExample() }
            Foundation.exit(failure.exitCode)
        } catch {
            end(with: error)
        }
    }

    /// Help goes to standard output, a complaint to standard error; wrong usage is shown an example (64).
    private static func end(with error: any Error) -> Never {
        let code = exitCode(for: error)
        guard code == .validationFailure else { exit(withError: error) }
        Console.say(fullMessage(for: error))
        sayExample()
        Foundation.exit(EX_USAGE)
    }

    private static func sayExample() {
        Console.say("Example: \(Examples.matching(CommandLine.arguments.dropFirst()))")
    }
}

/// One line for each command that shows how it is used.
enum Examples {
    private static let lines = [
        ("serve", "earshot serve --demo --data ./demonstration"),
        ("inbox watch", "earshot inbox watch /var/mail/voices --authority E08000028"),
        ("inbox import", "earshot inbox import letters/ council.mbox --authority E08000028"),
        ("inbox", "earshot inbox preview letters/ council.mbox"),
        ("triage", "earshot triage messages.jsonl --output suggestions.jsonl"),
        ("brief", "earshot brief E08000028 --as-of 2015-12-01 --policy who-cares-trust-2016"),
        ("account code", "earshot account code JBSWY3DPEHPK3PXP"),
        ("account", "earshot account add sam --role inspector"),
        ("framework", "earshot framework check ./Facts"),
        ("moderation", "earshot moderation check ./Moderation"),
        ("retention", "earshot retention run --dry-run"),
        ("backup", "earshot backup /backups/earshot-2026-11-28"),
        ("restore", "earshot restore /backups/earshot-2026-11-28"),
        ("audit", "earshot audit verify --data ./data"),
    ]

    /// The example for the command that `arguments` begin with.
    static func matching(_ arguments: some Collection<String>) -> String {
        let typed = arguments.joined(separator: " ")
        return lines.first { typed.hasPrefix($0.0) }?.1 ?? lines[0].1
    }
}
