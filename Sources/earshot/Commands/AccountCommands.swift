import ArgumentParser
import Concerns
import Foundation
import Sealing
import Store
import Unsealing

struct AccountCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "account", abstract: "Add, list and disable the accounts of staff.",
        discussion: "Example: earshot account add sam --role inspector",
        subcommands: [AccountAdd.self, AccountList.self, AccountDisable.self, AccountCode.self])
}

struct AccountAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Make an account; its password and second factor are printed once.",
        discussion: """
            A moderator's account needs the recovery words, or the run that made the moderators' key.
            Example: earshot account add sam --role inspector
            """)

    @OptionGroup var folders: FolderOptions
    @Argument(help: "The name to sign in with.") var name: String
    @Option(help: "One of: \(Role.names).", transform: Role.init(named:))
    var role: Role

    func run() async throws {
        do {
            let deployment = try Deployment(folders)
            let teamKey = role.opensOriginals ? try teamKey(of: deployment) : nil
            let maker = AccountMaker(
                accounts: deployment.records.accounts, accountKey: deployment.keys.accounts,
                words: deployment.receiptWords, log: deployment.log)
            let credentials = try await maker.make(name: name, role: role, teamKey: teamKey, on: MachineClock.today)
            try await LogHeadFile(folder: deployment.folder).follow(deployment.log)
            Console.result(credentials.text)
            Console.say("This is shown once. Put the second factor into an authenticator app.")
        } catch {
            throw CommandFailure(error)
        }
    }

    private func teamKey(of deployment: Deployment) throws -> TeamPrivateKey {
        if let made = try deployment.teamKeys().made { return made.privateKey }
        let fromSettings = Settings.recoveryWords
        if fromSettings == nil {
            Console.say("Type the fourteen recovery words, so that this account can open originals:")
        }
        let typed = fromSettings ?? readLine() ?? ""
        return try TeamKeys.open(in: deployment.folder, recoveryWords: typed, words: deployment.receiptWords)
    }
}

struct AccountList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the accounts.", discussion: "Example: earshot account list")

    @OptionGroup var folders: FolderOptions
    @Flag(help: "Print JSON.") var json = false

    func run() async throws {
        do {
            let accounts = try await Deployment(folders).records.accounts.all()
            if json {
                let rows = accounts.map { ["name": $0.name, "role": $0.role.rawValue, "state": Self.state($0)] }
                Console.result(String(decoding: try JSONEncoder().encode(rows), as: UTF8.self))
            } else {
                for account in accounts {
                    Console.result("\(account.name)\t\(account.role.rawValue)\t\(Self.state(account))")
                }
            }
        } catch {
            throw CommandFailure(error)
        }
    }

    private static func state(_ account: Account) -> String { account.isDisabled ? "disabled" : "active" }
}

struct AccountDisable: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "disable", abstract: "Keep an account from signing in.",
        discussion: "Example: earshot account disable sam")

    @OptionGroup var folders: FolderOptions
    @Argument(help: "The account's name.") var name: String

    func run() async throws {
        do {
            let deployment = try Deployment(folders)
            let isDisabled = try await deployment.records.accounts.disable(
                name, by: "command line", on: MachineClock.today, log: deployment.log)
            guard isDisabled else {
                throw CommandFailure.unusable("There is no active account “\(name)”. See: earshot account list")
            }
            try await LogHeadFile(folder: deployment.folder).follow(deployment.log)
        } catch {
            throw CommandFailure(error)
        }
    }
}

struct AccountCode: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "code",
        abstract: "Show the six digits an authenticator app would show now; for trying things out.",
        discussion: "Example: earshot account code JBSWY3DPEHPK3PXP")

    @Argument(help: "The second factor, as it was printed.", transform: SecondFactor.init(typed:))
    var secondFactor: SecondFactor

    func run() {
        Console.result(secondFactor.code(atStep: MachineClock.secondsNow / SecondFactor.stepSeconds))
    }
}
