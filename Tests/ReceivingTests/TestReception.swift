import Concerns
import FactFiles
import Foundation
import Pages
import Receiving
import Sealing
import Store
import Synchronization
import TestSupport
import Testing
import Triage
import Unsealing

/// A reception as it runs, but in memory, with a clock that stands still, a throw-away team key, and the rules and
/// authorities that are shipped.
struct TestReception: Sendable {
    /// Tuesday 24 November 2026, 09:00 in England.
    static let second = 1_795_510_800
    /// Birmingham: many children in care.
    static let large = "E08000025"
    /// The Isles of Scilly: no child in care at the last count.
    static let small = "E06000053"

    /// Read once for all tests, as it takes a while.
    private static let rules = Result {
        try ModerationRules(files: Project.texts(under: "Moderation", endings: [".yaml"]))
    }

    private static let authorities = Result { try AuthoritiesFile.read(Project.text("Facts/authorities.csv")) }

    let records: Records
    let keys: TestSendingKeys
    let calls = Tally()
    let triage: Triage
    let reception: Reception
    let authorities: Authorities
    let receipts = ReceiptDeriver(key: Data(repeating: 2, count: 32))
    let sketcher: Sketcher
    private let opener: OriginalOpener
    private let tokens = FormTokens(key: Data(repeating: 3, count: 32))

    /// - Parameters:
    ///   - former: the reception before a restart, whose store and keys this one finds.
    ///   - second: what the clock shows.
    init(after former: TestReception? = nil, atSecond second: Int = TestReception.second) throws {
        let teamKey = try TeamPrivateKey.generate()
        let rules = try Self.rules.get()
        let calls = calls
        let keys = former?.keys ?? TestSendingKeys()
        records = try former?.records ?? Records.inMemory()
        self.keys = keys
        authorities = try Self.authorities.get()
        opener = OriginalOpener(teamKey: teamKey)
        triage = Triage(rules: rules)
        let sketchKey = SketchKey(key: Data(repeating: 10, count: 32))
        sketcher = Sketcher(triage: triage, key: sketchKey)
        reception = Reception(
            triage: triage, sealer: Sealer(teamKey: try teamKey.publicKey),
            sketchKey: sketchKey, receipts: receipts, sendingKeys: SendingKeys { keys.key($0) }, intake: records.intake,
            arrivalDays: ArrivalDays(authorities: authorities, weekBelowChildren: rules.weekBelowChildren),
            dueTimes: DueTimes(targets: rules.targets, sealer: try DueSealer(teamKey: try teamKey.publicKey)),
            today: { Day(number: second / 86_400) }, secondsNow: { second },
            generator: { SystemRandomNumberGenerator() }, onDanger: { calls.add() })
    }

    var desk: Desk { records.desk(log: records.log { former, _ in former }) }

    var waiting: [WaitingConcern] {
        get async throws { try await desk.awaitingDecision() }
    }

    /// The text of a new form's token, as the form holds it.
    func token(age: Int = 60) -> String {
        var random = SystemRandomNumberGenerator()
        return tokens.token(atSecond: Self.second - age, using: &random)
    }

    /// A form that was opened, filled in and sent.
    func send(
        _ words: String, _ fields: [(String, String)] = [], token: String, isSetAside: Bool = false
    ) async throws -> Taken {
        let form = Self.form([("message", words)] + fields)
        let opened = try #require(tokens.opened(token, atSecond: Self.second))
        return try await reception.take(
            form.checked(in: authorities, isFresh: true), through: .web, sentWith: opened, isSetAside: isSetAside)
    }

    /// Words that the holder of this receipt adds.
    func add(_ words: String, under taken: Taken, isSetAside: Bool = false) async throws -> Bool {
        let derived = try receipts.derive(#require(taken.receipt))
        return try await reception.add(
            Original(words), to: #require(try await thread(taken)), with: derived, isSetAside: isSetAside)
    }

    /// The thread behind a receipt, as its holder finds it.
    func thread(_ taken: Taken) async throws -> ConcernThread? {
        guard let receipt = taken.receipt else { return nil }
        let log = records.log { former, _ in former }
        return try await records.threads(log: log).thread(lookup: receipts.derive(receipt).lookup)
    }

    /// What was told, as a moderator opens it.
    func told(_ id: ConcernID) async throws -> Told {
        let concern = try #require(try await desk.concern(id))
        return try opener.open(SealedOriginal(words: concern.words, key: try #require(concern.key)), of: id)
    }

    static func form(_ fields: [(String, String)]) -> TellForm {
        let pairs = fields.map { name, value in
            "\(name)=" + value.utf8.map { "%" + String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
        }
        return TellForm(FormFields(bytes: Array(pairs.joined(separator: "&").utf8)))
    }
}

extension Taken {
    /// What the young person is shown; nil where nothing was kept.
    var receipt: Receipt? {
        if case .kept(let receipt, _) = self { receipt } else { nil }
    }

    /// Whether it was kept just now.
    var isNew: Bool {
        if case .kept(_, let isNew) = self { isNew } else { false }
    }
}

/// Keys of periods as a file would keep them: made once, and gone when they are destroyed.
final class TestSendingKeys: Sendable {
    private let keys = Mutex<[Int: Data]>([:])
    private let isFull = Mutex(false)

    func key(_ epoch: Int) -> Data? {
        guard !isFull.withLock({ $0 }) else { return nil }
        return keys.withLock { keys in
            if let key = keys[epoch] { return key }
            let made = Data((0..<32).map { _ in UInt8.random(in: .min ... .max) })
            keys[epoch] = made
            return made
        }
    }

    /// From now on no key can be had, as on a full disk.
    func fill() { isFull.withLock { $0 = true } }
}

/// How often something was asked for.
final class Tally: Sendable {
    private let counted = Mutex(0)

    var count: Int { counted.withLock { $0 } }
    func add() { counted.withLock { $0 += 1 } }
}
