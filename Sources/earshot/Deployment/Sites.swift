import Concerns
import Foundation
import Hummingbird
import Logging
import Pages
import PublicSite
import Receiving
import Reinspection
import Sealing
import ServiceLifecycle
import Signals
import StaffSite
import Store
import Triage

/// Hands each site what it may have, and no more: this is where the wall between public and staff stands.
struct Sites {
    private let deployment: Deployment
    private let web: WebFiles
    private let limits: Serve.Limits
    private let policy: Policy
    /// Where the service listens, for posters where no better address is set.
    private let listensOn: String
    private let reception: Reception
    private let inboxReception: InboxReception
    private let dueTimes: DueTimes
    private let sendingKeys: SendingKeyFile
    private let dangerWatch: DangerWatch
    /// Nil where nobody is to be called.
    private let onCall: OnCall?
    /// Who is signed in; the server sweeps it, so that the team's key does not outstay its moderator.
    let sessions = Sessions()
    private let rulesWatch: RulesWatch
    private let sealer: Sealer

    init(_ deployment: Deployment, folders: FolderOptions, limits: Serve.Limits, listensOn: String) throws {
        self.deployment = deployment
        self.limits = limits
        self.listensOn = listensOn
        web = try WebFiles(
            ShippedFolder.web.url(instead: folders.web), isDemonstration: deployment.folder.isDemonstration)
        policy = try deployment.policy()
        rulesWatch = RulesWatch(deployment.rulesInForce, at: deployment.moderation, in: deployment.folder)
        let sendingKeys = try SendingKeyFile(in: deployment.folder)
        self.sendingKeys = sendingKeys
        let desk = deployment.desk
        let watch = DangerWatch { try await desk.waitingDanger() }
        dangerWatch = watch
        let onCall = deployment.settings.onCallCommand.map { command in
            OnCall(call: watch.remembering(OnCallCommand(command).run)) { error in
                Logger(label: "earshot").error(
                    "Nobody could be called; it is tried again each minute", metadata: ["type": "\(type(of: error))"])
            }
        }
        self.onCall = onCall
        sealer = Sealer(teamKey: try deployment.teamKeys().publicKey)
        let dueTimes = try deployment.dueTimes()
        self.dueTimes = dueTimes
        reception = Reception(
            triage: deployment.triage, sealer: sealer, sketchKey: SketchKey(key: deployment.keys.sketches),
            receipts: ReceiptDeriver(key: deployment.keys.receipts),
            sendingKeys: SendingKeys(key: sendingKeys.key(ofEpoch:)), intake: deployment.records.intake,
            arrivalDays: deployment.arrivalDays, dueTimes: dueTimes, today: { MachineClock.today },
            secondsNow: { MachineClock.secondsNow },
            generator: { SystemRandomNumberGenerator() }, onDanger: { onCall?.ring() })
        // One by one: what a few children told one advocate must not be known on disk for having come together.
        inboxReception = try deployment.inboxReception(
            sealedTogether: 1, sendingKeys: sendingKeys, dueTimes: dueTimes, onDanger: { onCall?.ring() })
    }

    /// What the server does besides answering.
    var sweeps: [any Service] {
        let records = deployment.records
        let sending = SendingSweep(keys: sendingKeys, intake: records.intake)
        let (retention, log) = (deployment.retention(), deployment.log)
        let heads = LogHeadFile(folder: deployment.folder)
        let danger = onCall.map { onCall in
            Sweep(interval: .seconds(60), complaint: "Danger that waits could not be looked for") {
                [dangerWatch] in try await dangerWatch.look(onCall)
            }
        }
        return [
            SessionSweep(sessions: sessions),
            Sweep(
                interval: .seconds(3_600), complaint: "Former forms were not forgotten; the next hour tries again",
                work: sending.sweep),
            Sweep(
                interval: .seconds(3_600), complaint: "The file was not cleared; the next hour tries again",
                work: { try await records.clearTraces() }),
            Sweep(
                interval: .seconds(30), complaint: "The moderation data could not be looked at; it is tried again",
                work: { [rulesWatch] in try rulesWatch.look() }),
            Sweep(
                interval: .seconds(600), complaint: "What is past its term was not destroyed; it is tried again",
                work: { try await retention.runIfDue(atSecond: MachineClock.secondsNow) }),
            Sweep(
                interval: .seconds(60), complaint: "Where the log stands was not noted; the next minute tries again",
                work: {
                    guard try await !heads.follow(log) else { return }
                    Logger(label: "earshot").error(
                        "The log is not the one that log.head knows. Find out why: earshot audit verify")
                }),
        ] + [danger].compactMap { $0 }
    }

    /// - Throws: `TemplateProblem` when a page's template is missing.
    func responder() throws -> (sites: some HTTPResponder<ArrivingContext>, forBrokenRequests: Page) {
        let publicSite = try publicSite()
        let sites = BothSites(
            publicSite: publicSite.router().buildResponder(),
            health: HealthRoutes(readiness: Readiness(deployment.records)).router().buildResponder(),
            staffSite: staffSite.router().buildResponder())
        return (sites, try publicSite.pageForBrokenRequest())
    }

    private func publicSite() throws -> PublicSite {
        let settings = deployment.settings
        return try PublicSite(
            templates: web.publicTemplates, words: web.languages, stylesheet: web.publicStyle, facts: publicFacts,
            settings: PublicSettings(
                address: settings.address ?? listensOn, onionAddress: settings.onionAddress,
                leaveAddress: settings.leaveURL, postTo: settings.postTo, proxySecret: settings.proxySecret,
                isRelaxed: limits == .relaxed),
            reception: reception, receipts: ReceiptDeriver(key: deployment.keys.receipts),
            receiptWords: deployment.receiptWords, threads: deployment.records.threads(log: deployment.log),
            formTokens: formTokens, today: { MachineClock.today }, secondsNow: { MachineClock.secondsNow })
    }

    private var formTokens: FormTokens {
        FormTokens(
            key: deployment.keys.forms, leastAgeSeconds: limits == .relaxed ? 0 : FormTokens.leastAgeSeconds)
    }

    private var publicFacts: PublicFacts {
        let facts = deployment.facts
        let policy = policy
        let statements = deployment.records.statementDates
        let figures = deployment.records.publicFigures
        return PublicFacts(
            authorities: facts.authorities, helplines: deployment.rules.helplines,
            standing: { code in
                // Published facts and the statement's date only; what is planned cannot be reached from here (T19).
                let today = MachineClock.today
                let caseID = facts.case(of: code, asOf: today, policy: policy)?.id
                let statement = try await statements.all().first { $0.key == caseID }?.value
                return facts.standing(of: code, asOf: today, statement: statement, policy: policy)
            },
            bands: { code in
                try await figures.bands(
                    of: facts.authorities.lineage(of: code), named: code, in: MachineClock.today.month)
            })
    }

    private var staffSite: StaffSite {
        let keys = deployment.keys
        return StaffSite(
            look: StaffLook(
                templates: web.staffTemplates, words: web.english, stylesheet: web.staffStyle,
                scripts: web.staffScripts),
            keys: StaffKeys(
                accounts: keys.accounts, drafts: keys.drafts, sketches: SketchKey(key: keys.sketches),
                draws: keys.draws, formTokens: formTokens),
            records: StaffRecords(of: deployment.records, desk: deployment.desk, log: deployment.log), sealer: sealer,
            dueTimes: dueTimes, reception: reception, inboxReader: deployment.inbox.reader,
            inboxReception: inboxReception, receiptWords: deployment.receiptWords,
            publicAddress: deployment.settings.address ?? listensOn, triage: deployment.triage,
            rules: deployment.rules, facts: deployment.facts, policyName: policy.id,
            isDemonstration: deployment.folder.isDemonstration, today: { MachineClock.today },
            secondsNow: { MachineClock.secondsNow }, sessions: sessions,
            rulesNotice: { [rulesWatch] in rulesWatch.notice })
    }
}
