import ArgumentParser
import Foundation
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import Pages
import ServiceLifecycle
import Store

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Start the service.",
        discussion: """
            Example: earshot serve --demo --data ./demonstration

            Settings from the environment:
              EARSHOT_DATA            the data folder, where --data names none
              EARSHOT_ADDRESS         where young people find the site, printed on posters (https://earshot.example)
              EARSHOT_ONION_ADDRESS   where Tor Browser finds it, shown on the page about staying safe
              EARSHOT_LEAVE_URL       where the way out of the young people's pages leads
              EARSHOT_POST_TO         where paper forms are posted to, the lines parted by |
              EARSHOT_ONCALL_COMMAND  what to run when a danger message waits; it is told that and nothing else
              EARSHOT_PROXY_SECRET    what a proxy on this machine sends in X-Earshot-Proxy, so that its X-Forwarded-For
                                      is believed; budgets use that for ten minutes, and it is never kept
              EARSHOT_BACKUPS         the folder of the backups, where each is destroyed when its term is over
              EARSHOT_POLICY          the policy in force (who-cares-trust-2016)
              EARSHOT_RECOVERY_WORDS  the recovery words, for scripts that add moderators
            """)

    @OptionGroup var folders: FolderOptions
    @Option(help: "The address to listen on.") var host = "127.0.0.1"
    @Option(help: "The port to listen on; 0 for any that is free.") var port = 8080
    @Flag(help: "Fill an empty data folder with invented data and accounts, marked as such on every page.")
    var demo = false
    @Option(help: "“relaxed” lifts limits that would be in the way of load tests; on a loopback host only.")
    var limits: Limits = .normal

    enum Limits: String, ExpressibleByArgument, CaseIterable { case normal, relaxed }

    func validate() throws {
        guard (0...65_535).contains(port) else { throw ValidationError("A port is a number from 0 to 65535.") }
        if limits == .relaxed, !["127.0.0.1", "::1", "localhost"].contains(host) {
            throw ValidationError("--limits relaxed is for tests on this machine only: leave --host at 127.0.0.1.")
        }
    }

    func run() async throws {
        LoggingSystem.bootstrap(DayLog.init(label:))
        do {
            let folder = try folders.dataFolder(settings: Settings())
            let lock = try folder.lock()
            defer { try? lock.close() }
            try folder.removeRestoring()
            if demo { try await Demonstration(folder: folder, options: folders).prepare() }
            let deployment = try Deployment(folders, goesOnWithGoodRules: true)
            try await tellOfRules(deployment)
            let heads = LogHeadFile(folder: folder)
            if try await !heads.follow(deployment.log) {
                Console.say("The log is not the one that log.head knows. Find out why: earshot audit verify")
            }
            try await serve(deployment)
            try await heads.follow(deployment.log)
            try deployment.records.close()
        } catch {
            throw CommandFailure(error)
        }
    }

    /// Says loudly, and writes into the log, that former moderation data are in force.
    private func tellOfRules(_ deployment: Deployment) async throws {
        let problems = deployment.rulesInForce.problems
        guard let first = problems.first else { return }
        for problem in problems { Console.say(problem) }
        Console.say(
            "The moderation data have an error. The service goes on with the last that were good; mend the file and "
                + "start again.")
        try await deployment.log.append(
            LogLine(
                day: MachineClock.today, who: "service", did: "went on with the last good rules",
                about: first.split(separator: " ").first.map(String.init) ?? "moderation data"))
    }

    private func serve(_ deployment: Deployment) async throws {
        let host = host
        let port = port == 0 ? FreePort.found(on: host) ?? 0 : port
        let listensOn = "http://\(host.contains(":") ? "[\(host)]" : host):\(port)"
        if deployment.settings.address == nil, !deployment.folder.isDemonstration {
            Console.say(
                "EARSHOT_ADDRESS is not set: posters, cards and feeds will say \(listensOn), which nobody elsewhere can open."
            )
        }
        let sites = try Sites(deployment, folders: folders, limits: limits, listensOn: listensOn)
        let answers = try sites.responder()
        // Two minutes: an old phone at the edge of a network needs them for ten thousand letters.
        let channel = HTTP1Channel.Configuration(
            additionalChannelHandlers: [
                RequestDeadline(head: .seconds(20), whole: .seconds(120)),
                BrokenRequests(page: answers.forBrokenRequests),
            ], idleTimeout: .seconds(60))
        let application = Application(
            responder: answers.sites,
            server: .http1(configuration: channel),
            configuration: ApplicationConfiguration(
                address: .hostname(host, port: port), serverName: nil, backlog: 512,
                availableConnectionsDelegate: MaximumAvailableConnections(Descriptors.raised().connections)),
            services: sites.sweeps,
            onServerRunning: { _ in Console.say("listening on \(listensOn)") },
            logger: Logger(label: "earshot"))
        do {
            try await application.runService()
        } catch let error as IOError where error.errnoCode == EADDRINUSE {
            throw CommandFailure.unavailable(
                "Port \(port) on \(host) is taken. Stop the program that listens there, or choose another with --port.")
        } catch let error as IOError where error.errnoCode == EACCES || error.errnoCode == EADDRNOTAVAIL {
            throw CommandFailure.unavailable(
                "Earshot cannot listen on \(host), port \(port): it may not, or the machine has no such address. "
                    + "Choose others with --host and --port.")
        }
    }
}
