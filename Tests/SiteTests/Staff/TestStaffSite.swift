import Concerns
import FactFiles
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Inbox
import NIOCore
import Pages
import Receiving
import Reinspection
import Sealing
import StaffSite
import Store
import Synchronization
import TestSupport
import Testing
import Triage
import Unsealing

/// The staff site as it runs, but in memory: a fixed day, a throw-away team key, quick passwords, one account for each
/// role, and the words, templates, rules and facts that are shipped.
final class TestStaffSite: Sendable {
    static let password = "correct horse battery"
    /// A council that stands judged inadequate on ``today``: Tameside.
    static let inadequate = "E08000008"

    let records: Records
    let log: Log
    let site: StaffSite
    let sealer: Sealer
    let receipts: ReceiptDeriver
    let receiptWords: ReceiptWords
    let reception: Reception
    let sketcher: Sketcher
    let clock = TestClock()
    let sessions = Sessions()
    let dueTimes: DueTimes
    let teamKey: TeamPrivateKey
    let today: Day

    static let sketchKey = SketchKey(key: Data(repeating: 10, count: 32))
    private static let accountKey = Data(repeating: 3, count: 32)
    private static let moderation = Result { try StaffFiles.moderation() }
    private static let rules = Result { try ModerationRules(files: moderation.get()) }
    private static let facts = Result { try ReinspectionFacts(files: StaffFiles.facts()) }
    private static let receiptWords = Result { try ReceiptWords(lines: Project.text("Facts/receipt-words.txt")) }
    private static let phrases = Result {
        try MailPhrases(file: "mail.yaml", text: moderation.get()["mail.yaml"] ?? "")
    }
    private static let languages = Result {
        try LanguageGuess(file: "languages.yaml", text: moderation.get()["languages.yaml"] ?? "")
    }
    private static let look = Result { try look(isDemonstration: false) }
    private static let demonstrationLook = Result { try look(isDemonstration: true) }

    private static func look(isDemonstration: Bool) throws -> StaffLook {
        let (stylesheet, scripts) = (StyleSheet(css: "body {}"), try StaffFiles.scripts())
        return StaffLook(
            templates: try Templates(
                sources: StaffFiles.templates(), stylesheet: stylesheet.address,
                scripts: Dictionary(uniqueKeysWithValues: scripts.map { ($0.name, $0.address) }),
                isDemonstration: isDemonstration),
            words: try StaffFiles.words(), stylesheet: stylesheet, scripts: scripts)
    }

    /// - Parameters:
    ///   - file: the database; nil for one in memory.
    ///   - notLogged: what the log cannot take, as on a full disk.
    ///   - isReadTwice: whether an accepted concern is coded by a second moderator.
    ///   - sendingKey: the key of a day's paper forms; nil for a disk that takes no key.
    init(
        isDemonstration: Bool = false, file: URL? = nil, notLogged: String? = nil,
        sendingKey: @escaping @Sendable (Int) -> Data? = { Data("\($0)".utf8) },
        isReadTwice: @escaping @Sendable (ConcernID, Urgency) -> Bool = { _, _ in false }
    ) async throws {
        let teamKey = try TeamPrivateKey.generate()
        let (facts, rules) = (try Self.facts.get(), try Self.rules.get())
        let day = try Day("2026-11-24")
        let clock = clock
        today = day
        self.teamKey = teamKey
        records = try file.map { try Records(file: $0) } ?? Records.inMemory()
        log = records.log { former, fields in
            // The store refuses a line whose hash is none.
            fields.contains { $0 == notLogged }
                ? Data() : LogChain.hash(after: former, fields: fields, key: Data(repeating: 7, count: 32))
        }
        sealer = Sealer(teamKey: try teamKey.publicKey)
        sketcher = Sketcher(triage: Triage(rules: rules), key: Self.sketchKey)
        receipts = ReceiptDeriver(key: Data(repeating: 4, count: 32))
        receiptWords = try Self.receiptWords.get()
        let arrivalDays = ArrivalDays(authorities: facts.authorities, weekBelowChildren: rules.weekBelowChildren)
        let sessions = sessions
        let dueTimes = DueTimes(targets: rules.targets, sealer: try DueSealer(teamKey: try teamKey.publicKey))
        self.dueTimes = dueTimes
        reception = Reception(
            triage: Triage(rules: rules), sealer: sealer, sketchKey: Self.sketchKey, receipts: receipts,
            sendingKeys: SendingKeys(key: sendingKey), intake: records.intake, arrivalDays: arrivalDays,
            dueTimes: dueTimes, today: { day + clock.days }, secondsNow: { clock.second },
            generator: { SystemRandomNumberGenerator() }, onDanger: {})
        let look = try (isDemonstration ? Self.demonstrationLook : Self.look).get()
        let keys = StaffKeys(
            accounts: Self.accountKey, drafts: Data(repeating: 2, count: 32), sketches: Self.sketchKey,
            draws: Data(repeating: 5, count: 32), formTokens: FormTokens(key: Data(repeating: 8, count: 32)))
        let handles = StaffRecords(of: records, desk: records.desk(log: log, isReadTwice: isReadTwice), log: log)
        site = try StaffSite(
            look: look, keys: keys, records: handles, sealer: sealer, dueTimes: dueTimes, reception: reception,
            inboxReader: InboxReader(phrases: Self.phrases.get()),
            inboxReception: InboxReception(
                triage: Triage(rules: rules), sealer: sealer, sketchKey: Self.sketchKey, sealedTogether: 1,
                receipts: receipts, sendingKeys: SendingKeys(key: sendingKey), intake: records.intake,
                importKey: Data(repeating: 9, count: 32), authorities: facts.authorities, arrivalDays: arrivalDays,
                dueTimes: dueTimes,
                languages: Self.languages.get(),
                today: { day + clock.days }, secondsNow: { clock.second }, generator: { SystemRandomNumberGenerator() },
                onDanger: {}),
            receiptWords: receiptWords, publicAddress: "https://earshot.example/",
            triage: Triage(rules: rules), rules: rules, facts: facts, policyName: "who-cares-trust-2016",
            isDemonstration: isDemonstration, today: { day + clock.days },
            secondsNow: { clock.second }, sessions: sessions, passwordRounds: 16)
        for role in Role.allCases { try await addAccount(role.rawValue, role, teamKey) }
    }

    /// - Parameter teamKey: nil for a moderator whom nobody has given it yet.
    func addAccount(_ name: String, _ role: Role, _ teamKey: TeamPrivateKey?) async throws {
        let (kept, wrapping) = try StaffPassword.make(
            from: Self.password, salt: Data(repeating: 6, count: 16), rounds: 16)
        try await records.accounts.add(
            Account(
                name: name, role: role, password: kept.description,
                secondFactor: Self.factor(of: name).sealed(for: name, key: Self.accountKey),
                teamKey: role.opensOriginals ? try teamKey.map(wrapping.wrap) : nil))
    }

    /// What the account's authenticator shows now.
    func code(of name: String) -> String { Self.factor(of: name).code(atStep: clock.second / SecondFactor.stepSeconds) }

    private static func factor(of name: String) -> SecondFactor {
        SecondFactor(secret: Data(name.utf8.prefix(20)) + Data(count: max(0, 20 - name.utf8.count)))
    }

    /// Sends the sign-in form.
    func signIn(
        _ name: String, password: String = TestStaffSite.password, code: String? = nil, next: String = ""
    ) async throws -> StaffAnswer {
        try await post(
            "/sign-in",
            [("name", name), ("password", password), ("code", code ?? self.code(of: name)), ("next", next)])
    }

    /// Signs the account of a role in; its browser from then on.
    func browser(of role: Role) async throws -> Browser { try await browser(of: role.rawValue) }

    func browser(of name: String) async throws -> Browser {
        // A code works once, so each sign-in has a later one.
        clock.advance(by: SecondFactor.stepSeconds)
        let answer = try await signIn(name)
        let cookie = try #require(answer.header("Set-Cookie")?.split(separator: ";").first.map(String.init))
        return Browser(site: self, cookie: cookie)
    }

    /// - Parameter ownAccord: whether a page's script asks, and nobody who is there.
    func get(_ address: String, cookie: String? = nil, ownAccord: Bool = false) async throws -> StaffAnswer {
        let more: HTTPFields = ownAccord ? [try #require(HTTPField.Name("Earshot-Own-Accord")): "yes"] : [:]
        return try await answer(.get, address, cookie: cookie, body: nil, more)
    }

    func head(_ address: String, cookie: String? = nil) async throws -> StaffAnswer {
        try await answer(.head, address, cookie: cookie, body: nil)
    }

    func post(_ address: String, _ fields: [(String, String)], cookie: String? = nil) async throws -> StaffAnswer {
        let body = fields.map { "\(Self.encoded($0.0))=\(Self.encoded($0.1))" }.joined(separator: "&")
        return try await answer(.post, address, cookie: cookie, body: ByteBuffer(string: body))
    }

    private func answer(
        _ method: HTTPRequest.Method, _ address: String, cookie: String?, body: ByteBuffer?, _ more: HTTPFields = [:]
    ) async throws -> StaffAnswer {
        var headers = more
        if let cookie { headers[.cookie] = cookie }
        if body != nil { headers[.contentType] = "application/x-www-form-urlencoded" }
        let sent = headers
        return try await Application(router: site.router()).test(.router) { client in
            let response = try await client.execute(uri: address, method: method, headers: sent, body: body)
            return StaffAnswer(status: response.status, headers: response.headers, html: String(buffer: response.body))
        }
    }

    private static func encoded(_ text: String) -> String {
        text.utf8.map { "%" + ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined()
    }
}

/// A clock that stands still until a test moves it.
final class TestClock: Sendable {
    private let seconds = Mutex(1_800_000_000)

    private let daysLater = Mutex(0)

    var second: Int { seconds.withLock { $0 } }

    /// How many days later than the test's own day it is.
    var days: Int {
        get { daysLater.withLock { $0 } }
        set { daysLater.withLock { $0 = newValue } }
    }

    func advance(by seconds: Int) { self.seconds.withLock { $0 += seconds } }
}

/// One signed-in browser.
struct Browser: Sendable {
    let site: TestStaffSite
    let cookie: String

    func get(_ address: String) async throws -> StaffAnswer { try await site.get(address, cookie: cookie) }

    func head(_ address: String) async throws -> StaffAnswer { try await site.head(address, cookie: cookie) }

    /// Sends a form that the page at `page` (the same address unless said) would hold, with its token.
    func post(_ address: String, _ fields: [(String, String)], from page: String? = nil) async throws -> StaffAnswer {
        let token = try await get(page ?? address).between(#"name="token" value=""#, "\"")
        return try await site.post(address, [("token", String(token ?? ""))] + fields, cookie: cookie)
    }
}
