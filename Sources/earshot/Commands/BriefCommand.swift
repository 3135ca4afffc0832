import ArgumentParser
import Concerns
import Foundation
import Reinspection
import Sealing
import StaffSite
import Store

struct BriefCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "brief", abstract: "Print the re-inspection brief of one authority.",
        discussion: """
            Without an open case it is the last one, marked closed. The whole brief is for people who may see timing.
            Example: earshot brief E08000028 --as-of 2015-12-01 --policy who-cares-trust-2016
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case html, json, text }

    @OptionGroup var folders: FolderOptions
    @Argument(help: "The authority, as a GSS code.", transform: GSSCode.init(_:)) var authority: GSSCode
    @Option(help: "html, json or text.") var format: Format = .text
    @Option(help: "The policy, such as ofsted-2016-proposal (default: the one in force).") var policy: String?
    @Option(help: "The day to look from, such as 2015-12-01 (default: today).", transform: Day.init(_:)) var asOf: Day?
    @Flag(help: "The same as --format json.") var json = false

    func run() async throws {
        do {
            let deployment = try Deployment(folders)
            let briefs = Briefs(
                facts: deployment.facts, reading: deployment.records.reading,
                statementDates: deployment.records.statementDates, drawKey: deployment.keys.draws,
                isDemonstration: deployment.folder.isDemonstration)
            let brief = try await briefs.whole(
                of: authority, asOf: asOf ?? MachineClock.today, policy: deployment.policy(named: policy))
            try await deployment.log.append(
                LogLine(
                    day: MachineClock.today, who: "command line", did: "printed the brief",
                    about: authority.description))
            switch json ? .json : format {
            case .json: Console.result(try Self.json(brief))
            case .text: Console.result(brief.text)
            case .html:
                let web = try WebFiles(
                    ShippedFolder.web.url(instead: folders.web), isDemonstration: deployment.folder.isDemonstration)
                Console.result(
                    try BriefPage(
                        templates: web.staffTemplates, words: web.english, stylesheet: web.staffStyle,
                        authorities: deployment.facts.authorities, frameworks: deployment.facts.frameworks
                    ).html(of: brief))
            }
        } catch let problem as NoBrief {
            throw CommandFailure.unusable(problem.description)
        } catch {
            throw CommandFailure(error)
        }
    }

    private static func json(_ brief: Brief) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(brief), as: UTF8.self)
    }
}
