import Concerns
import Foundation
import Logging
import Store
import Triage

/// Destroys what has been kept for its term, then takes it out of the file: by command, and each night.
struct RetentionRun: Sendable {
    /// The hour in England from which a night's run may begin.
    static let beginsAtHour = 2
    /// After so many days without a sign of life the clock is more likely wrong than the service was still.
    static let longestSilence = 45

    let records: Records
    let retention: Retention
    let terms: RetentionTerms
    /// Nil where none is known.
    let backups: BackupFolder?
    let heads: LogHeadFile
    let log: Log

    /// What ``run(asOf:today:)`` would destroy.
    ///
    /// - Throws: `StoreProblem`, ``CommandFailure``.
    func due(asOf day: Day) async throws -> Destroyed {
        var due = try await retention.due(terms, asOf: day)
        if let backups { due.counts[.backup] = try backups.due(today: day).count }
        return due
    }

    /// - Returns: what was destroyed, and whether the whole file was written anew.
    /// - Throws: `StoreProblem`, ``CommandFailure``; what was destroyed before stays destroyed.
    func run(asOf day: Day, today: Day) async throws -> (destroyed: Destroyed, isRewritten: Bool) {
        var destroyed = try await retention.run(terms, asOf: day, today: today)
        let isRewritten = try await records.rewrite()
        try await retention.noteWhole(today)
        // Last, so that a folder of backups that is not there puts nothing else off.
        if let backups {
            let count = try backups.destroyDue(today: day)
            try await retention.noteBackups(count, today: today)
            destroyed.counts[.backup] = count
        }
        try await heads.follow(log)
        return (destroyed, isRewritten)
    }

    /// Why today's date is not to be relied on, for who runs the service; nil where nothing speaks against it.
    ///
    /// A clock that is a year ahead would have all that is kept for a year destroyed.
    ///
    /// - Throws: `StoreProblem`.
    func doubt(about today: Day) async throws -> String? {
        let silence = try await retention.longestSilence(before: today)
        guard silence > Self.longestSilence else { return nil }
        return "By this machine’s clock it is \(today), but the log knows of no day in \(silence) days before. "
            + "Check the clock."
    }

    /// Runs when the last night's run has not been done yet; asked again and again by the server.
    ///
    /// Where the clock may be wrong it destroys nothing, and says so in the log once a day: a person must give the command.
    ///
    /// - Throws: as ``run(asOf:today:)``.
    func runIfDue(atSecond second: Int) async throws {
        guard Self.isDue(atSecond: second, lastRun: try await retention.lastRun()) else { return }
        let today = EnglishCalendar.day(ofSecond: second)
        if let doubt = try await doubt(about: today) {
            Logger(label: "earshot").error(
                "Nothing was destroyed. \(doubt) If it is right, give the command: earshot retention run")
            return try await log.appendOnce(
                LogLine(day: today, who: "retention", did: "put off", about: "the clock may be wrong"))
        }
        let destroyed = try await run(asOf: today, today: today).destroyed
        Logger(label: "earshot").notice("Destroyed as their term is over: \(destroyed.summary).")
    }

    /// Once a day, in the small hours; a night that the server slept through is made up for as soon as it is back.
    static func isDue(atSecond second: Int, lastRun: Day?) -> Bool {
        let today = EnglishCalendar.day(ofSecond: second)
        let isNight = EnglishCalendar.hour(ofSecond: second) >= beginsAtHour
        guard let lastRun else { return isNight }
        return lastRun < today && (isNight || lastRun + 1 < today)
    }
}

extension RetentionTerms {
    /// The terms of `Moderation/retention.yaml`; each kind stands there once.
    init(_ terms: [RetentionTerm]) {
        func months(_ kind: RetentionTerm.Kind) -> Int { terms.first { $0.kind == kind }?.months ?? 0 }
        self.init(
            original: months(.decidedOriginal), spam: months(.spamOriginal), receipt: months(.receipt),
            safeguarding: months(.safeguardingRecord), log: months(.log))
    }
}

extension Destroyed {
    /// For a person, with nothing around it.
    var summary: String {
        func count(_ kind: DestroyedKind, _ one: String, _ many: String) -> String {
            let number = counts[kind] ?? 0
            return "\(number) \(number == 1 ? one : many)"
        }
        return [
            count(.original, "decided original", "decided originals"),
            count(.spam, "spam original", "spam originals"), count(.receipt, "receipt", "receipts"),
            count(.safeguarding, "safeguarding record", "safeguarding records"),
            count(.log, "log entry", "log entries"), count(.backup, "backup", "backups"),
        ].joined(separator: ", ")
    }
}
