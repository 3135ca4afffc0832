import Concerns
import Foundation
import Reinspection
import Sealing
import Store
import Triage
import Unsealing

/// Fills an empty data folder with invented messages, counts and accounts, through the same doors as real ones.
struct Demonstration {
    let folder: DataFolder
    let options: FolderOptions

    private static let accounts: [(name: String, role: Role)] = [
        ("morgan", .moderator), ("lee", .leadModerator), ("ines", .inspector), ("pat", .planner), ("avery", .advocate),
        ("robin", .administrator),
    ]

    /// Fills the folder, or leaves one that was filled before as it is.
    ///
    /// - Throws: ``CommandFailure`` when the folder holds anything else.
    func prepare() async throws {
        let filled = Data("filled\n".utf8)
        let mark = FileManager.default.contents(atPath: folder.demonstrationMark.path)
        if mark == filled {
            Console.say(
                "This is the demonstration as it was left. Its passwords were shown when it was made; "
                    + "delete the folder “\(folder.url.relativePath)” to make it anew.")
            return
        }
        if mark != nil {
            // The last filling was cut short; there is nothing in it that anybody sent.
            for name in try FileManager.default.contentsOfDirectory(atPath: folder.url.path) where name != "lock" {
                try FileManager.default.removeItem(at: folder.url.appending(path: name))
            }
            try FileManager.default.createDirectory(
                at: folder.url.appending(path: "keys"), withIntermediateDirectories: true)
        } else if !folder.isEmpty {
            throw CommandFailure.unusable(
                "The data folder is in use and is not a demonstration. Name an empty one with --data.")
        }
        try folder.keep(Data("filling\n".utf8), at: folder.demonstrationMark)
        try await fill()
        try folder.keep(filled, at: folder.demonstrationMark)
    }

    private func fill() async throws {
        let deployment = try Deployment(options)
        defer { try? deployment.records.close() }
        let team = try deployment.teamKeys()
        guard let teamKey = team.made?.privateKey else {
            throw CommandFailure.unusable(
                "The demonstration needs a folder without keys. Name an empty one with --data.")
        }
        let today = MachineClock.today
        let inbox = try DemonstrationInbox(
            ShippedFolder.demonstration.url().appending(path: "inbox", directoryHint: .isDirectory),
            reader: deployment.inbox.reader)
        let total = inbox.entries.count + Self.accounts.count * 10 + 10
        var done = 0

        Console.progress("three years of invented counts", done, of: total)
        // The present week is left to the messages.
        let past = SimulatedHistory.make(
            authorities: deployment.facts.authorities.all, through: today.week.advanced(by: -1), seed: 2016)
        try await deployment.records.past.add(past.counts)
        done += 10

        let desk = try DemonstrationDesk(deployment: deployment, teamKey: teamKey, today: today)
        for entry in inbox.entries {
            try await desk.takeAndDecide(entry)
            done += 1
            Console.progress("messages through the desk", done, of: total)
        }

        let maker = AccountMaker(
            accounts: deployment.records.accounts, accountKey: deployment.keys.accounts,
            words: deployment.receiptWords, log: deployment.log)
        var lines: [String] = []
        for (name, role) in Self.accounts {
            let credentials = try await maker.make(name: name, role: role, teamKey: teamKey, on: today)
            lines.append(credentials.text)
            done += 10
            Console.progress("accounts", done, of: total)
        }
        Console.say(
            """
            A demonstration: every message, count and account is invented; only the published judgements are real.
            Sign in at /sign-in. Each account is shown once:

            \(lines.joined(separator: "\n"))

            The six digits of a second factor: an authenticator app, or
            `.build/release/earshot account code SECOND-FACTOR` where it was built.
            """)
    }
}
