package import Concerns
package import Foundation
package import Hummingbird
package import Inbox
package import Pages
package import Receiving
package import Reinspection
package import Sealing
package import Signals
package import Store
package import Triage
import Unsealing

/// The pages for staff: the advocates' room, the moderation desk, inspectors' reading room and the planners' room, behind a
/// sign-in.
package struct StaffSite: Sendable {
    /// The beginnings of the addresses that this site answers; everything else is the public site's.
    package static let paths = ["/sign-in", "/sign-out", "/relay", "/desk", "/intelligence", "/planning", "/admin"]

    private let stylesheet: StyleSheet
    private let scripts: [StaffScript]
    private let pages: StaffPages
    private let reader: SignedInReader
    private let signIn: SignInRoutes
    private let relay: RelayRoutes
    private let uploads: UploadRoutes
    private let paper: PaperRoutes
    private let queue: QueueRoutes
    private let claims: ClaimRoutes
    private let desk: DeskRoutes
    private let quarantine: QuarantineRoutes
    private let imports: ImportsRoutes
    private let second: SecondReadingRoutes
    private let quality: QualityRoutes
    private let pause: PauseRoutes
    private let intelligence: IntelligenceRoutes
    private let planning: PlanningRoutes

    /// - Parameters:
    ///   - dueTimes: those of the whole process.
    ///   - reception: keeps what is keyed in from paper, and what an advocate writes down.
    ///   - inboxReader: reads the files that advocates hand in, and what is in quarantine.
    ///   - inboxReception: keeps what is in them.
    ///   - sealer: closes the drafts of moderators.
    ///   - draftKey: signs what lets a draft be kept when its session is over.
    ///   - formTokens: those of both forms, so that sending one twice is harmless.
    ///   - publicAddress: where young people reach the service, for receipt slips.
    ///   - accountKey: opens the second factors' secrets.
    ///   - sketchKey: opens what copies of a message are found by.
    ///   - policyName: the policy in force; planners may look at a case under another.
    ///   - drawKey: seeds the draws of extra areas.
    ///   - engine: what turns counts into signals under a policy's rule.
    ///   - sessions: who is signed in; one for the whole service.
    ///   - passwordRounds: what a password check costs for a name that nobody has; smaller only in tests.
    package init(
        templates: Templates, words: Words, stylesheet: StyleSheet, scripts: [StaffScript], authorities: Authorities,
        accounts: Accounts, accountKey: Data, desk: Desk, sealer: Sealer, draftKey: Data, sketchKey: SketchKey,
        quality: Quality, dueTimes: DueTimes, reception: Reception, inboxReader: InboxReader,
        inboxReception: InboxReception,
        formTokens: FormTokens, receiptWords: ReceiptWords, publicAddress: String, log: Log, reading: Reading,
        planning: Planning, statementDates: StatementDates, triage: Triage, rules: ModerationRules,
        facts: ReinspectionFacts, policyName: String, drawKey: Data, isDemonstration: Bool,
        today: @escaping @Sendable () -> Day, secondsNow: @escaping @Sendable () -> Int,
        engine: @escaping @Sendable (SignalRule) -> any SignalEngine = { OwnPastEngine(rule: $0) },
        sessions: Sessions = Sessions(), passwordRounds: Int = StaffPassword.roundsToday
    ) {
        self.stylesheet = stylesheet
        self.scripts = scripts
        let pages = StaffPages(
            templates: templates, words: words, authorities: authorities, frameworks: facts.frameworks)
        self.pages = pages
        reader = SignedInReader(
            sessions: sessions, accounts: accounts, pauseRules: rules.quality.pause, secondsNow: secondsNow)
        var generator = SystemRandomNumberGenerator()
        let gate = PasswordGate(rounds: passwordRounds, using: &generator)
        signIn = SignInRoutes(
            pages: pages, credentials: Credentials(accounts: accounts, accountKey: accountKey, gate: gate, log: log),
            sessions: sessions, log: log, today: today, secondsNow: secondsNow)
        let relay = RelayRoutes(
            pages: pages, reception: reception, uploads: sessions.uploads, formTokens: formTokens,
            receiptWords: receiptWords, publicAddress: publicAddress, guidance: rules.guidance, log: log, today: today,
            secondsNow: secondsNow)
        self.relay = relay
        uploads = UploadRoutes(
            pages: pages, relay: relay, reader: UploadReader(reader: inboxReader, reception: inboxReception),
            uploads: sessions.uploads, guidance: rules.guidance, log: log, today: today, secondsNow: secondsNow)
        paper = PaperRoutes(
            pages: pages, reception: reception, formTokens: formTokens, receiptWords: receiptWords,
            publicAddress: publicAddress, guidance: rules.guidance, log: log, today: today, secondsNow: secondsNow)
        let drafts = Drafts(
            desk: desk, sealer: sealer, tickets: DraftTickets(key: draftKey), accounts: accounts, log: log,
            today: today, secondsNow: secondsNow)
        let sketcher = Sketcher(triage: triage, key: sketchKey)
        let likeness = LikenessFinder(
            desk: desk, triage: triage, rules: rules.likeness, sketcher: sketcher,
            shelf: SketchShelf(desk: desk, sketcher: sketcher))
        let door = ClaimDoor(claims: sessions.claims, targets: rules.targets, secondsNow: secondsNow)
        queue = QueueRoutes(
            pages: pages, desk: desk, board: sessions.board, door: door, dueTimes: dueTimes, likeness: likeness,
            quality: quality, rules: rules, secondsNow: secondsNow)
        claims = ClaimRoutes(desk: desk, door: door, log: log, today: today)
        self.desk = DeskRoutes(
            pages: pages, desk: desk,
            reader: DeskReader(
                desk: desk, triage: triage, rules: rules, drafts: drafts, likeness: likeness,
                stretches: sessions.stretches),
            drafts: drafts, sessions: sessions, door: door, today: today)
        quarantine = QuarantineRoutes(
            pages: pages, desk: desk, reader: QuarantineReader(desk: desk, reader: inboxReader),
            reception: inboxReception, triage: triage, guidance: rules.guidance, today: today)
        imports = ImportsRoutes(pages: pages, desk: desk, today: today)
        second = SecondReadingRoutes(
            pages: pages, quality: quality,
            reader: BlindReader(desk: desk, triage: triage, stretches: sessions.stretches), today: today)
        self.quality = QualityRoutes(pages: pages, quality: quality, triage: triage, rules: rules, today: today)
        pause = PauseRoutes(stretches: sessions.stretches)
        let policy = facts.policies[policyName] ?? facts.defaultPolicy
        let board = SignalBoard(reading: reading, authorities: authorities, engine: engine)
        intelligence = IntelligenceRoutes(
            pages: pages, reading: reading, board: board, statementDates: statementDates, facts: facts, policy: policy,
            today: today)
        let briefs = Briefs(
            facts: facts, reading: reading, board: board, statementDates: statementDates, drawKey: drawKey,
            isDemonstration: isDemonstration)
        self.planning = PlanningRoutes(
            pages: pages, briefs: briefs, planning: planning, facts: facts, policy: policy, today: today)
    }

    /// Everything this site answers; also what its tests ask.
    package func router() -> Router<StaffContext> {
        let router = Router(context: StaffContext.self, options: .autoGenerateHeadEndpoints)
        let pages = pages
        router.add(middleware: SecurityHeaders(runsOwnScripts: true))
        router.add(middleware: PlainErrors { try pages.error($0) })
        router.add(middleware: SameSitePosts())
        router.add(middleware: reader)
        stylesheet.add(to: router)
        for script in scripts { script.add(to: router) }
        signIn.add(to: router)
        relay.add(to: router)
        uploads.add(to: router)
        paper.add(to: router)
        queue.add(to: router)
        claims.add(to: router)
        desk.add(to: router)
        quarantine.add(to: router)
        imports.add(to: router)
        second.add(to: router)
        quality.add(to: router)
        pause.add(to: router)
        intelligence.add(to: router)
        planning.add(to: router)
        return router
    }
}
