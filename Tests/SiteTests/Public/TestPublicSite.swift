import Concerns
import FactFiles
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Pages
import PublicSite
import Receiving
import Sealing
import Store
import Synchronization
import TestSupport
import Triage
import Unsealing

/// The young people's site as it runs, but in memory: a fixed day, a throw-away team key, and the words, templates and
/// rules that are shipped.
struct TestPublicSite: Sendable {
    static let second = 1_800_000_000

    /// Read once for all tests, as it takes a while.
    private static let rules = Result {
        try ModerationRules(files: Project.texts(under: "Moderation", endings: [".yaml"]))
    }
    private static let authorities = Result {
        try PlacesFile.read(
            Project.text("Facts/places.csv"), into: AuthoritiesFile.read(Project.text("Facts/authorities.csv")))
    }
    private static let receiptWords = Result { try ReceiptWords(lines: Project.text("Facts/receipt-words.txt")) }

    private static let stylesheet = StyleSheet(css: "body {}")
    private static let templates = Result { try templates(isDemonstration: false) }
    private static let demonstrationTemplates = Result { try templates(isDemonstration: true) }

    private static func templates(isDemonstration: Bool) throws -> Templates {
        try Templates(
            sources: PublicFiles.templates(), stylesheet: stylesheet.address, isDemonstration: isDemonstration)
    }

    let records: Records
    let opener: OriginalOpener
    let receiptWords: ReceiptWords
    let receipts: ReceiptDeriver
    let authorities: Authorities
    let site: PublicSite
    let calls: Calls
    /// What the clock shows, in seconds since 1970.
    private let second: Int
    private let tokens: FormTokens

    /// - Parameters:
    ///   - file: where the store lies; in memory without one.
    ///   - former: the site some time ago, whose store this one goes on with.
    ///   - second: what the clock shows, in seconds since 1970.
    ///   - languages: the words of the site; English alone without any.
    ///   - sendingKey: the key of a day's forms; nil for a disk that takes no key.
    init(
        isDemonstration: Bool = false, file: URL? = nil, after former: TestPublicSite? = nil,
        second: Int = TestPublicSite.second, languages: [Words]? = nil,
        sendingKey: @escaping @Sendable (Int) -> Data? = { Data("\($0)".utf8) }, isRelaxed: Bool = true,
        standing: @escaping @Sendable (GSSCode) async throws -> CouncilStanding? = { _ in nil },
        bands: @escaping @Sendable (GSSCode) async throws -> [JudgementArea: VoiceBand] = { _ in [:] }
    ) throws {
        let teamKey = try TeamPrivateKey.generate()
        let keys = ServiceKeys(master: Data(repeating: 7, count: ServiceKeys.byteCount))
        let rules = try Self.rules.get()
        let day = try Day("2026-11-24")
        let stylesheet = Self.stylesheet
        self.second = second
        records = try former?.records ?? file.map { try Records(file: $0) } ?? Records.inMemory()
        opener = OriginalOpener(teamKey: teamKey)
        receiptWords = try Self.receiptWords.get()
        receipts = ReceiptDeriver(key: keys.receipts)
        authorities = try Self.authorities.get()
        tokens = FormTokens(key: keys.forms)
        let calls = Calls()
        self.calls = calls
        let reception = try Reception(
            triage: Triage(rules: rules), sealer: Sealer(teamKey: teamKey.publicKey),
            sketchKey: SketchKey(key: keys.sketches), receipts: receipts, sendingKeys: SendingKeys(key: sendingKey),
            intake: records.intake,
            arrivalDays: ArrivalDays(authorities: authorities, weekBelowChildren: rules.weekBelowChildren),
            dueTimes: DueTimes(targets: rules.targets, sealer: DueSealer(teamKey: teamKey.publicKey)), today: { day },
            secondsNow: { second }, generator: { SystemRandomNumberGenerator() },
            onDanger: { calls.add() })
        site = try PublicSite(
            templates: (isDemonstration ? Self.demonstrationTemplates : Self.templates).get(),
            words: try languages ?? [PublicFiles.words()], stylesheet: stylesheet,
            facts: PublicFacts(
                authorities: authorities, helplines: rules.helplines, standing: standing, bands: bands),
            settings: PublicSettings(
                address: "https://earshot.example", leaveAddress: "https://example.org/", isRelaxed: isRelaxed),
            reception: reception, receipts: receipts, receiptWords: receiptWords,
            threads: records.threads(log: records.log { former, _ in former }), formTokens: tokens,
            today: { day }, secondsNow: { second })
    }

    /// How often whoever is on call was asked for.
    final class Calls: Sendable {
        private let count = Mutex(0)
        var asked: Int { count.withLock { $0 } }
        func add() { count.withLock { $0 += 1 } }
    }

    var threads: Threads { records.threads(log: records.log { former, _ in former }) }

    /// The desk, for looking at what was kept and for deciding about it.
    var desk: Desk { records.desk(log: records.log { former, _ in former }) }

    /// A token that a form would have held `age` seconds ago.
    func token(age: Int = 60) -> String {
        var random = SystemRandomNumberGenerator()
        return tokens.token(atSecond: second - age, using: &random)
    }

    func get(
        _ address: String, _ method: HTTPRequest.Method = .get, headers: HTTPFields = [:]
    ) async throws -> PublicAnswer {
        try await answer(method, address, headers: headers)
    }

    /// Sends a form with these fields, as a browser does.
    func post(_ address: String, _ fields: [(String, String)], headers: HTTPFields = [:]) async throws -> PublicAnswer {
        let body = fields.map { "\(Self.encoded($0.0))=\(Self.encoded($0.1))" }.joined(separator: "&")
        return try await post(address, body: Array(body.utf8), headers: headers)
    }

    func post(_ address: String, body: [UInt8], headers: HTTPFields = [:]) async throws -> PublicAnswer {
        var headers = headers
        if headers[.contentType] == nil { headers[.contentType] = "application/x-www-form-urlencoded" }
        return try await answer(.post, address, headers: headers, body: ByteBuffer(bytes: body))
    }

    /// Tells something with a good token.
    func tell(_ message: String, _ fields: [(String, String)] = []) async throws -> PublicAnswer {
        try await post("/tell", [("token", token()), ("message", message)] + fields)
    }

    private func answer(
        _ method: HTTPRequest.Method, _ address: String, headers: HTTPFields = [:], body: ByteBuffer? = nil
    ) async throws -> PublicAnswer {
        let application = Application(router: site.router())
        return try await application.test(.router) { client in
            let response = try await client.execute(uri: address, method: method, headers: headers, body: body)
            return PublicAnswer(
                status: response.status, headers: response.headers, bytes: Array(response.body.readableBytesView))
        }
    }

    private static func encoded(_ text: String) -> String {
        text.utf8.map { byte in
            let digits = String(byte, radix: 16, uppercase: true)
            return "%" + (digits.count == 1 ? "0" : "") + digits
        }.joined()
    }
}

/// What the site answered.
struct PublicAnswer: Sendable {
    let status: HTTPResponse.Status
    let headers: HTTPFields
    let bytes: [UInt8]

    /// The body as text.
    var html: String { String(decoding: bytes, as: UTF8.self) }

    /// What stands in the page's main part.
    var main: Substring { between("<main", "</main>") ?? "" }

    /// The seven words on the page, or nil where there is no receipt.
    var receipt: String? {
        between(#"<p id="receipt" class="receipt" lang="en" dir="ltr" translate="no">"#, "</p>").map(String.init)
    }

    /// What stands between the first `start` and the next `end`.
    func between(_ start: String, _ end: String) -> Substring? {
        guard let from = html.range(of: start), let to = html.range(of: end, range: from.upperBound..<html.endIndex)
        else { return nil }
        return html[from.upperBound..<to.lowerBound]
    }

    /// The value of a response's header.
    func header(_ name: String) -> String? { HTTPField.Name(name).flatMap { headers[$0] } }
}
