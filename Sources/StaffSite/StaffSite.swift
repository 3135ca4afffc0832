package import Concerns
package import Hummingbird
package import Inbox
import Pages
package import Receiving
package import Reinspection
package import Sealing
package import Signals
import Store
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
    private let text: TextRoutes
    private let safeguarding: SafeguardingRoutes
    private let undo: UndoRoutes
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
    ///   - publicAddress: where young people reach the service, for receipt slips.
    ///   - policyName: the policy in force; planners may look at a case under another.
    ///   - engine: what turns counts into signals under a policy's rule.
    ///   - sessions: who is signed in; one for the whole service.
    ///   - rulesNotice: what moderators are told about the rules in force.
    ///   - passwordRounds: what a password check costs for a name that nobody has; smaller only in tests.
    package init(
        look: StaffLook, keys: StaffKeys, records: StaffRecords, sealer: Sealer, dueTimes: DueTimes,
        reception: Reception, inboxReader: InboxReader, inboxReception: InboxReception, receiptWords: ReceiptWords,
        publicAddress: String, triage: Triage, rules: ModerationRules, facts: ReinspectionFacts, policyName: String,
        isDemonstration: Bool,
        today: @escaping @Sendable () -> Day, secondsNow: @escaping @Sendable () -> Int,
        engine: @escaping @Sendable (SignalRule) -> any SignalEngine = { OwnPastEngine(rule: $0) },
        sessions: Sessions = Sessions(), rulesNotice: @escaping @Sendable () -> RulesNotice = { .nothing },
        passwordRounds: Int = StaffPassword.roundsToday
    ) {
        stylesheet = look.stylesheet
        scripts = look.scripts
        let (authorities, accounts, desk, log) = (facts.authorities, records.accounts, records.desk, records.log)
        let pages = StaffPages(
            templates: look.templates, words: look.words, authorities: authorities, frameworks: facts.frameworks,
            rulesNotice: rulesNotice)
        self.pages = pages
        reader = SignedInReader(
            sessions: sessions, accounts: accounts, pauseRules: rules.quality.pause, secondsNow: secondsNow)
        var generator = SystemRandomNumberGenerator()
        let gate = PasswordGate(rounds: passwordRounds, using: &generator)
        signIn = SignInRoutes(
            pages: pages, credentials: Credentials(accounts: accounts, accountKey: keys.accounts, gate: gate, log: log),
            sessions: sessions, log: log, today: today, secondsNow: secondsNow)
        let relay = RelayRoutes(
            pages: pages, reception: reception, uploads: sessions.uploads, formTokens: keys.formTokens,
            receiptWords: receiptWords, publicAddress: publicAddress, guidance: rules.guidance, log: log, today: today,
            secondsNow: secondsNow)
        self.relay = relay
        uploads = UploadRoutes(
            pages: pages, relay: relay, reader: UploadReader(reader: inboxReader, reception: inboxReception),
            uploads: sessions.uploads, guidance: rules.guidance, log: log, today: today, secondsNow: secondsNow)
        paper = PaperRoutes(
            pages: pages, reception: reception, formTokens: keys.formTokens, receiptWords: receiptWords,
            publicAddress: publicAddress, guidance: rules.guidance, log: log, today: today, secondsNow: secondsNow)
        let drafts = Drafts(
            desk: desk, sealer: sealer, tickets: DraftTickets(key: keys.drafts), accounts: accounts, log: log,
            today: today, secondsNow: secondsNow)
        let sketcher = Sketcher(triage: triage, key: keys.sketches)
        let likeness = LikenessFinder(
            desk: desk, triage: triage, rules: rules.likeness, sketcher: sketcher,
            shelf: SketchShelf(desk: desk, sketcher: sketcher))
        let door = ClaimDoor(claims: sessions.claims, targets: rules.targets, secondsNow: secondsNow)
        let deciding = Deciding(
            desk: desk, rules: rules, last: LastDone(windowSeconds: rules.targets.undoMinutes * 60),
            dueTimes: dueTimes, today: today, secondsNow: secondsNow)
        queue = QueueRoutes(
            pages: pages, desk: desk, board: sessions.board, door: door, deciding: deciding, dueTimes: dueTimes,
            likeness: likeness, quality: records.quality, rules: rules, today: today, secondsNow: secondsNow)
        claims = ClaimRoutes(desk: desk, door: door, log: log, today: today)
        let deskReader = DeskReader(
            desk: desk, triage: triage, rules: rules, drafts: drafts, likeness: likeness,
            stretches: sessions.stretches)
        self.desk = DeskRoutes(
            pages: pages, desk: desk, reader: deskReader, deciding: deciding, drafts: drafts, sessions: sessions,
            door: door,
            paces: Paces(
                desk: desk, board: sessions.board, dueTimes: dueTimes, today: today, secondsNow: secondsNow),
            today: today)
        text = TextRoutes(pages: pages, desk: desk, reader: deskReader, deciding: deciding, today: today)
        safeguarding = SafeguardingRoutes(pages: pages, deciding: deciding)
        undo = UndoRoutes(pages: pages, deciding: deciding)
        quarantine = QuarantineRoutes(
            pages: pages, desk: desk, reader: QuarantineReader(desk: desk, reader: inboxReader),
            reception: inboxReception, triage: triage, guidance: rules.guidance, today: today)
        imports = ImportsRoutes(pages: pages, desk: desk, today: today)
        second = SecondReadingRoutes(
            pages: pages, quality: records.quality,
            reader: BlindReader(desk: desk, triage: triage, stretches: sessions.stretches), today: today)
        self.quality = QualityRoutes(pages: pages, quality: records.quality, triage: triage, rules: rules, today: today)
        pause = PauseRoutes(stretches: sessions.stretches)
        let policy = facts.policies[policyName] ?? facts.defaultPolicy
        let board = SignalBoard(reading: records.reading, authorities: authorities, engine: engine)
        intelligence = IntelligenceRoutes(
            pages: pages, reading: records.reading, board: board, statementDates: records.statementDates, facts: facts,
            policy: policy,
            log: log, today: today)
        let briefs = Briefs(
            facts: facts, reading: records.reading, board: board, statementDates: records.statementDates,
            drawKey: keys.draws,
            isDemonstration: isDemonstration)
        self.planning = PlanningRoutes(
            pages: pages, briefs: briefs, planning: records.planning, facts: facts, policy: policy, log: log,
            today: today)
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
        text.add(to: router)
        safeguarding.add(to: router)
        undo.add(to: router)
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
