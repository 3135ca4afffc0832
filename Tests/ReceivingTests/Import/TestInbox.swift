import Concerns
import FactFiles
import Foundation
import Inbox
import Receiving
import Sealing
import Store
import TestSupport
import Testing
import Triage
import Unsealing

/// An inbox as it is imported, in memory, with the rules, phrases and authorities that are shipped.
struct TestInbox: Sendable {
    let records: Records
    let keys: TestSendingKeys
    let calls = Tally()
    let reader: InboxReader
    let reception: InboxReception
    let sketcher: Sketcher
    private let opener: OriginalOpener
    private let quarantine: QuarantineOpener

    // Read once for all tests, as it takes a while.
    private static let files = Result { try Project.texts(under: "Moderation", endings: [".yaml"]) }
    private static let rules = Result { try ModerationRules(files: files.get()) }
    private static let phrases = Result { try MailPhrases(file: "mail.yaml", text: files.get()["mail.yaml"] ?? "") }
    private static let languages = Result {
        try LanguageGuess(file: "languages.yaml", text: files.get()["languages.yaml"] ?? "")
    }
    private static let authorities = Result { try AuthoritiesFile.read(Project.text("Facts/authorities.csv")) }

    /// - Parameters:
    ///   - former: the inbox before a restart, whose store and keys this one finds.
    ///   - second: what the clock shows.
    init(after former: TestInbox? = nil, atSecond second: Int = TestReception.second) throws {
        let teamKey = try TeamPrivateKey.generate()
        let rules = try Self.rules.get()
        let (calls, keys) = (calls, former?.keys ?? TestSendingKeys())
        let authorities = try Self.authorities.get()
        records = try former?.records ?? Records.inMemory()
        self.keys = keys
        opener = OriginalOpener(teamKey: teamKey)
        quarantine = QuarantineOpener(teamKey: teamKey)
        reader = InboxReader(phrases: try Self.phrases.get())
        let sketchKey = SketchKey(key: Data(repeating: 10, count: 32))
        sketcher = Sketcher(triage: Triage(rules: rules), key: sketchKey)
        reception = InboxReception(
            triage: Triage(rules: rules), sealer: Sealer(teamKey: try teamKey.publicKey),
            sketchKey: sketchKey, sealedTogether: 4,
            receipts: ReceiptDeriver(key: Data(repeating: 2, count: 32)), sendingKeys: SendingKeys { keys.key($0) },
            intake: records.intake, importKey: Data(repeating: 4, count: 32), authorities: authorities,
            arrivalDays: ArrivalDays(authorities: authorities, weekBelowChildren: rules.weekBelowChildren),
            dueTimes: DueTimes(targets: rules.targets, sealer: try DueSealer(teamKey: try teamKey.publicKey)),
            languages: try Self.languages.get(),
            today: { Day(number: second / 86_400) }, secondsNow: { second },
            generator: { SystemRandomNumberGenerator() }, onDanger: { calls.add() })
    }

    /// Imports a whole source, as the command does.
    func take(_ text: String, named name: String = "inbox.mbox", about: ImportAbout = .init()) async throws
        -> [Imported]
    {
        var splitter = EntrySplitter(named: name)
        var entries: [InboxEntry] = []
        splitter.take(Array(text.utf8)[...]) { entries.append($0) }
        splitter.finish { entries.append($0) }
        return try await reception.keep(
            entries.map { try reception.prepared(reader.reading(of: $0, named: name), of: $0, about: about) })
    }

    var desk: Desk { records.desk(log: records.log { former, _ in former }) }

    var waiting: [WaitingConcern] {
        get async throws { try await desk.awaitingDecision() }
    }

    /// What was told, as a moderator opens it.
    func told(_ imported: Imported) async throws -> Told {
        let id = try #require(imported.concern)
        let concern = try #require(try await desk.concern(id))
        return try opener.open(SealedOriginal(words: concern.words, key: try #require(concern.key)), of: id)
    }

    /// A mail as a server delivers it.
    static func mail(
        _ words: String, id: String? = nil, to: String = "voices@earshot.example", more: [String] = []
    ) -> String {
        let fields =
            ["From: Someone <someone@post.example>", "To: \(to)", "Date: Mon, 2 Mar 2026 10:02:00 +0000"]
            + (id.map { ["Message-ID: <\($0)@post.example>"] } ?? []) + more
        return fields.joined(separator: "\n") + "\n\n" + words + "\n"
    }

    static func mbox(_ mails: [String]) -> String {
        mails.map { "From someone@post.example Mon Mar  2 10:02:00 2026\n\($0)\n" }.joined()
    }
}
