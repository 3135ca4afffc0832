import Concerns
import Foundation
import Pages
import Reinspection
import StaffSite
import Store
import TestSupport
import Testing

/// Whatever a moderator chooses: what was taken out of a message reaches nobody who may not read it.
struct LeakTests {
    private static let cases: Range<UInt64> = 0..<300

    /// What must be in nothing that is reached, and what is there to be found.
    private struct Kept {
        /// Under an accepted redaction, or in what nobody accepted: it was never in the open.
        var hidden: [Secret] = []
        /// Open for a while, then taken away.
        var erased: [Secret] = []
        var readable: [Secret] = []
    }

    @Test
    func
        `no words under an accepted redaction are in anything that inspectors, a search, an export or a thief of the files reaches`()
        async throws
    {
        let folder = FileManager.default.temporaryDirectory.appending(path: "earshot-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let site = try await TestStaffSite(file: folder.appending(path: "earshot.sqlite"))
        let moderator = try await site.browser(of: .moderator)
        var kept = Kept()
        for seed in Self.cases {
            let message = Message(seed)
            let id = try await site.receive(
                message.words, urgency: message.urgency, sharing: message.sharing, council: message.council.text)
            kept.hidden += message.hidden + [message.council]
            if message.isByForm {
                try await decide(message, about: id, by: moderator)
                kept.readable += message.readable
            } else {
                try await decide(message, about: id, at: site, &kept)
            }
        }
        try site.records.backUp(to: folder.appending(path: "backup"), on: site.today)
        try await expect(kept.hidden, inNothingOf: try Self.bytes(in: folder) + Self.pages(of: site), site)
        // As each night: what was open and is taken away again is then in no gap of a page either, nor in a new backup.
        try await site.records.rewrite()
        try FileManager.default.removeItem(at: folder.appending(path: "backup"))
        try site.records.backUp(to: folder.appending(path: "backup"), on: site.today)
        let reached = try await Self.bytes(in: folder) + Self.pages(of: site)
        #expect(kept.erased.count > 30 && kept.readable.count > 30)
        try await expect(kept.hidden + kept.erased, inNothingOf: reached, site)
        // What may be read is found in the same places by the same means, so that finding nothing above means something.
        let found = reached.reduce(into: Set<Data>()) { $0.formUnion($1.found(kept.readable.map(\.whole))) }
        for secret in kept.readable {
            #expect(found.contains(secret.whole), "seed \(secret.seed)")
            #expect(try await site.records.reading.count(ConcernQuery(words: secret.core)) == 1, "seed \(secret.seed)")
        }
    }

    private func expect(_ secrets: [Secret], inNothingOf reached: [Reached], _ site: TestStaffSite) async throws {
        let needles = secrets.flatMap(\.needles)
        for place in reached {
            let found = place.found(needles)
            let seeds = secrets.filter { !found.isDisjoint(with: $0.needles) }.map(\.seed)
            #expect(seeds.isEmpty, "\(place.name)")
        }
        for secret in secrets {
            #expect(try await site.records.reading.count(ConcernQuery(words: secret.core)) == 0, "seed \(secret.seed)")
        }
    }

    /// As the desk does it, without its form; then, now and then, what is done to a decision later.
    private func decide(
        _ message: Message, about id: ConcernID, at site: TestStaffSite, _ kept: inout Kept
    ) async throws {
        let isRead = message.decision == .accept && message.sharing == .words
        let text = try ModeratedText(redacting: Original(message.words), message.redactions)
        let undoable = try await site.desk.decide(
            Decision(
                concern: id, decision: message.decision, urgency: message.urgency, areas: [.careLeavers],
                authority: GSSCode(TestStaffSite.inadequate), text: isRead ? text : nil, voice: Voice(of: id),
                reply: nil, by: "moderator", on: site.today, searchNumber: UInt32(truncatingIfNeeded: message.seed),
                nobodyIsInDanger: true))
        switch message.afterwards {
        case .nothing:
            kept.readable += message.readable
            return
        case .undone: try await site.desk.undo(undoable, by: "moderator", on: site.today)
        case .takenBack: try await site.records.threads(log: site.log).withdraw(id, on: site.today)
        case .changed:
            guard isRead else { return }
            let note = SealedNote(sealed: Data([1]), key: Data([2]))
            try await site.desk.change(
                TextChange(
                    concern: id, text: ModeratedText(asDecided: "It is damp."), urgency: .concern,
                    areas: [.careLeavers], former: note, marks: note, by: "moderator", on: site.today), after: 1)
        }
        kept.erased += message.readable
    }

    /// Through the form of the desk, as a browser without script sends it.
    private func decide(_ message: Message, about id: ConcernID, by browser: Browser) async throws {
        let taken = message.redactions.map { redaction in
            String(String.UnicodeScalarView(Array(message.words.unicodeScalars)[redaction.scalars]))
        }
        let fields = TestStaffSite.accepting(
            taken.flatMap { [("add_text", $0), ("add_kind", "PERSON")] } + [("confirm_identifiers", "yes")])
        let answer = try await browser.post("/desk/\(id)", fields)
        #expect(answer.header("Location") == "/desk?done=accept", "seed \(message.seed)")
    }

    /// The files of the data folder as they lie there, the backup among them: free pages, the log before it is folded in and
    /// the tables of the index too.
    private static func bytes(in folder: URL) throws -> [Reached] {
        try FileManager.default.subpathsOfDirectory(atPath: folder.path).map { path in
            Reached(name: path, bytes: try Data(contentsOf: folder.appending(path: path)))
        }
    }

    /// What inspectors and planners see and print.
    private static func pages(of site: TestStaffSite) async throws -> [Reached] {
        let inspector = try await site.browser(of: .inspector)
        var pages: [Reached] = []
        for address in ["/intelligence?page=1", "/intelligence?page=2", "/intelligence/\(TestStaffSite.inadequate)"] {
            pages.append(Reached(name: address, bytes: Data(try await inspector.get(address).html.utf8)))
        }
        let facts = try ReinspectionFacts(files: StaffFiles.facts())
        let brief = try await Briefs(
            facts: facts, reading: site.records.reading, statementDates: site.records.statementDates,
            drawKey: Data(repeating: 5, count: 32), isDemonstration: false
        ).whole(of: GSSCode(TestStaffSite.inadequate), asOf: site.today, policy: facts.defaultPolicy)
        pages.append(Reached(name: "brief.json", bytes: try JSONEncoder().encode(brief)))
        pages.append(Reached(name: "brief.txt", bytes: Data(brief.text.utf8)))
        let stylesheet = StyleSheet(css: "body {}")
        let page = try BriefPage(
            templates: Templates(
                sources: StaffFiles.templates(), stylesheet: stylesheet.address, isDemonstration: false),
            words: StaffFiles.words(), stylesheet: stylesheet, authorities: facts.authorities,
            frameworks: facts.frameworks)
        pages.append(Reached(name: "brief.html", bytes: Data(try page.html(of: brief).utf8)))
        return pages
    }
}

/// Something that was reached, by its name.
private struct Reached {
    let name: String
    let bytes: Data

    /// Which of these, each of eight bytes at least, are somewhere in it; told in one way through it.
    func found(_ needles: [Data]) -> Set<Data> {
        let byBeginning = Dictionary(grouping: needles) { $0.prefix(8).reduce(0) { $0 << 8 | UInt64($1) } }
        var found: Set<Data> = []
        var former: UInt64 = 0
        for (place, byte) in bytes.enumerated() {
            former = former << 8 | UInt64(byte)
            guard let candidates = byBeginning[former] else { continue }
            for needle in candidates where bytes.dropFirst(place - 7).starts(with: needle) { found.insert(needle) }
        }
        return found
    }
}

/// Words that stand nowhere else.
private struct Secret {
    let seed: UInt64
    /// As it stands in the message.
    let text: String
    /// Twelve letters that are in it, small.
    let core: String

    var whole: Data { Data(text.utf8) }

    /// The whole, and the core as it is and without its beginning: the index keeps what words begin with in common only once.
    var needles: [Data] { [whole, Data(core.utf8), Data(core.dropFirst(4).utf8)] }

    init(_ seed: UInt64, using generator: inout Seeded) {
        self.seed = seed
        let alphabets = ["abcdefghijklmnopqrstuvwxyz", "абвгдежзиклмнопрстуфхцчшэюя", "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"]
        let alphabet = Array(alphabets[Int.random(in: 0..<alphabets.count, using: &generator)])
        core = String((0..<12).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &generator)] })
        text =
            switch Int.random(in: 0..<5, using: &generator) {
            case 0: core.prefix(1).uppercased() + core.dropFirst()
            case 1: "mr " + core
            case 2: core + "\u{200D}🏽"
            case 3: "\u{202B}" + core + "\u{202C}"
            default: core
            }
    }
}

/// What is done to a decision later.
private enum Afterwards: CaseIterable {
    case nothing
    case undone
    case takenBack
    case changed
}

/// A message and what a moderator chose about it, the same for the same seed.
private struct Message {
    let seed: UInt64
    let words: String
    let redactions: [Redaction]
    let decision: ModerationDecision
    let sharing: Sharing
    let urgency: Urgency
    /// Whether it is decided through the desk's form.
    let isByForm: Bool
    let afterwards: Afterwards
    /// What was typed for the council, which is sealed with the words and never moderated.
    let council: Secret
    let hidden: [Secret]
    let readable: [Secret]

    init(_ seed: UInt64) {
        var generator = Seeded(seed)
        self.seed = seed
        let plain = ["my", "carer", "shouts", "🙁🙁", "אני", "the h0stel is d4mp", "nobody rings back", "…", "\n", "x"]
        isByForm = seed.isMultiple(of: 20)
        afterwards = Afterwards.allCases.randomElement(using: &generator) ?? .nothing
        let isAccepted = isByForm || Bool.random(using: &generator)
        decision = isAccepted ? .accept : ModerationDecision.allCases.randomElement(using: &generator) ?? .hold
        sharing = isByForm || Int.random(in: 0..<3, using: &generator) > 0 ? .words : .counted
        urgency = [.concern, .safeguarding, .dangerNow].randomElement(using: &generator) ?? .concern
        var scalars = String.UnicodeScalarView()
        func add(_ text: String) { scalars.append(contentsOf: (text + " ").unicodeScalars) }
        var (taken, left): ([Secret], [Secret]) = ([], [])
        var redactions: [Redaction] = []
        for _ in 0..<Int.random(in: 1...3, using: &generator) {
            for _ in 0..<Int.random(in: 0...4, using: &generator) { add(plain.randomElement(using: &generator) ?? "x") }
            let secret = Secret(seed, using: &generator)
            let start = scalars.count
            scalars.append(contentsOf: secret.text.unicodeScalars)
            let end = scalars.count
            add("")
            guard isByForm || Int.random(in: 0..<4, using: &generator) > 0 else {
                left.append(secret)
                continue
            }
            taken.append(secret)
            // Some mark more than they need to.
            let more = isByForm ? 0 : Int.random(in: 0...min(3, start), using: &generator)
            let kind = IdentifierKind.allCases.randomElement(using: &generator) ?? .other
            redactions.append(Redaction(start - more..<end, kind))
        }
        let body = Secret(seed, using: &generator)
        add(body.text)
        words = String(scalars)
        self.redactions = redactions.shuffled(using: &generator)
        council = Secret(seed, using: &generator)
        // Where a secret stands beside a stretch that is taken out, it may be touched: only what is whole counts as readable.
        let isRead = decision == .accept && sharing == .words
        hidden = isRead ? taken : taken + left + [body]
        readable = isRead ? [body] : []
    }
}
