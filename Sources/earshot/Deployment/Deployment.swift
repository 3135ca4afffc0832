import Concerns
import Foundation
import Receiving
import Reinspection
import Sealing
import Store
import Triage

/// All that a command works with, opened and checked: the one place where facts, rules, keys and the store meet.
struct Deployment {
    let folder: DataFolder
    let settings: Settings
    let records: Records
    let keys: ServiceKeys
    let facts: ReinspectionFacts
    /// The folder of the moderation data.
    let moderation: URL
    let rulesInForce: RulesInForce
    let rules: ModerationRules
    let triage: Triage
    let inbox: InboxRules
    let receiptWords: ReceiptWords
    let log: Log

    /// - Parameter goesOnWithGoodRules: whether the last good moderation data do where those of the folder have an error.
    /// - Throws: ``CommandFailure``, `FactProblem` or `StoreProblem`, in lines for the person who runs it.
    init(_ options: FolderOptions, goesOnWithGoodRules: Bool = false) throws {
        settings = try Settings()
        folder = try options.dataFolder(settings: settings)
        let factsFolder = try ShippedFolder.facts.url(instead: options.facts)
        let factFiles = try TextFiles.read(factsFolder, endings: [".yaml", ".csv", ".txt"])
        facts = try ReinspectionFacts(files: factFiles)
        receiptWords = try ReceiptWords(lines: factFiles["receipt-words.txt"] ?? "")
        moderation = try ShippedFolder.moderation.url(instead: options.moderation)
        rulesInForce = try RulesInForce(at: moderation, fallingBackTo: goesOnWithGoodRules ? folder : nil)
        rules = try ModerationRules(files: rulesInForce.files)
        triage = Triage(rules: rules, weights: try TriageWeights(filesIfAny: rulesInForce.files))
        inbox = try InboxRules(files: rulesInForce.files)
        keys = try folder.serviceKeys()
        // What is written to a database that was replaced meanwhile would be lost.
        try folder.use()
        // Two first commands at once would both make the tables.
        records = try folder.whileLocked { [folder] in try Records(file: folder.database) }
        log = folder.log(of: records, keys: keys)
    }

    /// The moderators' key pair; made, and its recovery words shown, on the first run that needs it.
    ///
    /// - Throws: ``CommandFailure`` when it is damaged or cannot be written.
    func teamKeys() throws -> TeamKeys {
        let team = try TeamKeys(in: folder, words: receiptWords, isFree: records.isFreeOfSealedWords)
        if let made = team.made {
            Console.say(
                """
                The moderators’ key was made. Write these fourteen words down and keep them apart from this machine:

                    \(made.recoveryWords)

                They open the originals if every moderator’s password is lost, and are not shown again.
                """)
        }
        return team
    }

    /// The policy called `name`, or the one in force.
    ///
    /// - Throws: ``CommandFailure`` naming the policies there are.
    func policy(named name: String? = nil) throws(CommandFailure) -> Policy {
        let name = name ?? settings.policy
        guard let policy = facts.policies[name] else {
            let known = facts.policies.keys.sorted().joined(separator: ", ")
            throw .usage("“\(name)” is not a policy (--policy or EARSHOT_POLICY). Use one of: \(known).")
        }
        return policy
    }

    /// Destroys what has been kept for its term.
    ///
    /// - Parameter backups: the folder that they are in, instead of the setting's.
    func retention(backups: String? = nil) -> RetentionRun {
        let months = rules.retention.first { $0.kind == .backup }?.months ?? 0
        let backups = (backups ?? settings.backups).map {
            BackupFolder(url: URL(filePath: $0, directoryHint: .isDirectory), months: months)
        }
        return RetentionRun(
            records: records, retention: records.retention(log: log), terms: RetentionTerms(rules.retention),
            backups: backups, heads: LogHeadFile(folder: folder), log: log)
    }

    /// The moderation desk, which puts a share of what it accepts down to be coded by a second moderator.
    var desk: Desk {
        let draw = SecondReadingDraw(key: keys.secondReadings)
        let rules = rules.quality
        return records.desk(log: log) { concern, urgency in
            draw.takes(concern, oneIn: urgency >= .safeguarding ? rules.oneInOfSerious : rules.oneIn)
        }
    }

    var arrivalDays: ArrivalDays {
        ArrivalDays(authorities: facts.authorities, weekBelowChildren: rules.weekBelowChildren)
    }
}

/// The clock of the machine, read here and nowhere below.
enum MachineClock {
    static var secondsNow: Int { Int(Date().timeIntervalSince1970) }

    /// Today in England, where days turn over at midnight of its civil time.
    static var today: Day { EnglishCalendar.day(ofSecond: secondsNow) }
}
