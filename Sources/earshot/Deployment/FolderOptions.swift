import ArgumentParser
import Configuration
import Foundation

/// The folders that every command takes.
struct FolderOptions: ParsableArguments {
    @Option(help: "The folder that holds all that is kept (default: EARSHOT_DATA, else ./data).") var data: String?
    @Option(help: "A copy of the folder Web/: templates, words, style.") var web: String?
    @Option(help: "A copy of the folder Moderation/: rules, reply texts, guidance.") var moderation: String?
    @Option(help: "A copy of the folder Facts/: authorities, frameworks, policies, outcomes.") var facts: String?

    func dataFolder(settings: Settings = Settings()) throws(CommandFailure) -> DataFolder {
        try DataFolder(data ?? settings.data)
    }
}

/// What a deployment fixes, read once from the environment.
struct Settings {
    /// EARSHOT_DATA.
    let data: String
    /// EARSHOT_LEAVE_URL: where the way out of the young people's pages leads.
    let leaveURL: String
    /// EARSHOT_POLICY: the policy in force.
    let policy: String
    /// EARSHOT_RECOVERY_WORDS, for scripts; people are asked.
    let recoveryWords: String?

    init() {
        let environment = ConfigReader(provider: EnvironmentVariablesProvider()).scoped(to: "earshot")
        data = environment.string(forKey: "data", default: "./data")
        leaveURL = environment.string(forKey: "leave.url", default: "https://www.bbc.co.uk/weather")
        policy = environment.string(forKey: "policy", default: "who-cares-trust-2016")
        recoveryWords = environment.string(forKey: "recovery.words", isSecret: true)
    }
}
