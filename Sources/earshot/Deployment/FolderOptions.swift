import ArgumentParser
import Configuration
import Foundation
import PublicSite

/// The folders that every command takes.
struct FolderOptions: ParsableArguments {
    @Option(help: "The folder that holds all that is kept (default: EARSHOT_DATA, else ./data).") var data: String?
    @Option(help: "A copy of the folder Web/: templates, words, style.") var web: String?
    @Option(help: "A copy of the folder Moderation/: rules, reply texts, guidance.") var moderation: String?
    @Option(help: "A copy of the folder Facts/: authorities, frameworks, policies, outcomes.") var facts: String?

    func dataFolder(settings: Settings) throws(CommandFailure) -> DataFolder {
        try DataFolder(data ?? settings.data)
    }
}

/// What a deployment fixes, read once from the environment.
struct Settings {
    /// EARSHOT_DATA.
    let data: String
    /// EARSHOT_LEAVE_URL: where the way out of the young people's pages leads.
    let leaveURL: String
    /// EARSHOT_ADDRESS: where young people find the site, printed on posters; nil for the address it listens on.
    let address: String?
    /// EARSHOT_ONION_ADDRESS: where Tor Browser finds it; nil where there is no onion service.
    let onionAddress: String?
    /// EARSHOT_POST_TO: where paper forms are posted to, lines parted by `|`.
    let postTo: String
    /// EARSHOT_PROXY_SECRET: what a proxy on this machine sends in `X-Earshot-Proxy`; nil where no proxy is believed.
    let proxySecret: ProxySecret?
    /// EARSHOT_POLICY: the policy in force.
    let policy: String
    /// EARSHOT_ONCALL_COMMAND: what to run when a danger message waits; nil where nobody is to be called.
    let onCallCommand: String?
    /// EARSHOT_BACKUPS: the folder that backups are written to, where each is destroyed in time; nil where none is known.
    let backups: String?

    /// - Throws: ``CommandFailure`` naming the setting that cannot be used.
    init() throws(CommandFailure) {
        let environment = Self.environment
        data = environment.string(forKey: "data", default: "./data")
        leaveURL = environment.string(forKey: "leave.url", default: "https://www.bbc.co.uk/weather")
        address = environment.string(forKey: "address").flatMap { $0.isEmpty ? nil : $0 }
        onionAddress = environment.string(forKey: "onion.address").flatMap { $0.isEmpty ? nil : $0 }
        postTo = environment.string(forKey: "post.to", default: "")
        policy = environment.string(forKey: "policy", default: "who-cares-trust-2016")
        let command = environment.string(forKey: "oncall.command", isSecret: true) ?? ""
        onCallCommand = command.allSatisfy(\.isWhitespace) ? nil : command
        backups = environment.string(forKey: "backups").flatMap { $0.isEmpty ? nil : $0 }
        let secret = environment.string(forKey: "proxy.secret", isSecret: true) ?? ""
        do throws(NotAProxySecret) { proxySecret = secret.isEmpty ? nil : try ProxySecret(secret) } catch {
            throw .usage(error.description)
        }
        guard let way = URL(string: leaveURL), way.scheme == "https", way.host?.isEmpty == false else {
            throw .usage("EARSHOT_LEAVE_URL must be a whole address, such as https://www.bbc.co.uk/weather.")
        }
        for (name, given) in [("EARSHOT_ADDRESS", address), ("EARSHOT_ONION_ADDRESS", onionAddress)] {
            guard let given else { continue }
            guard let url = URL(string: given), ["http", "https"].contains(url.scheme), url.host?.isEmpty == false
            else {
                throw .usage("\(name) must be a whole address, such as https://earshot.example.")
            }
        }
    }

    /// EARSHOT_RECOVERY_WORDS, for scripts that add moderators; people are asked.
    ///
    /// Read only where it is needed, so that no other command holds it.
    static var recoveryWords: String? { environment.string(forKey: "recovery.words", isSecret: true) }

    private static var environment: ConfigReader {
        ConfigReader(provider: EnvironmentVariablesProvider()).scoped(to: "earshot")
    }
}
