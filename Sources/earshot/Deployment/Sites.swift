import Concerns
import Foundation
import Hummingbird
import Pages
import PublicSite
import Reinspection
import Sealing
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
    /// Who is signed in; the server sweeps it, so that the team's key does not outstay its moderator.
    let sessions = Sessions()

    init(_ deployment: Deployment, folders: FolderOptions, limits: Serve.Limits) throws {
        self.deployment = deployment
        self.limits = limits
        web = try WebFiles(
            ShippedFolder.web.url(instead: folders.web), isDemonstration: deployment.folder.isDemonstration)
        policy = try deployment.policy()
    }

    /// - Throws: `TemplateProblem` when a page's template is missing.
    func responder() throws -> some HTTPResponder<ArrivingContext> {
        BothSites(
            publicSite: try publicSite().router().buildResponder(),
            health: HealthRoutes(readiness: Readiness(deployment.records)).router().buildResponder(),
            staffSite: staffSite.router().buildResponder())
    }

    private func publicSite() throws -> PublicSite {
        let facts = deployment.facts
        let policy = policy
        let statements = deployment.records.statementDates
        return try PublicSite(
            templates: web.templates, words: web.english, stylesheet: web.stylesheet, authorities: facts.authorities,
            triage: deployment.triage, helplines: deployment.rules.helplines,
            sealer: Sealer(teamKey: deployment.teamKeys().publicKey),
            receipts: ReceiptDeriver(key: deployment.keys.receipts), receiptWords: deployment.receiptWords,
            intake: deployment.records.intake, threads: deployment.records.threads,
            formTokens: FormTokens(
                key: deployment.keys.forms,
                leastAgeSeconds: limits == .relaxed ? 0 : FormTokens.leastAgeSeconds),
            standing: { code in
                // Published facts and the statement's date only; what is planned cannot be reached from here (T19).
                let today = MachineClock.today
                let caseID = facts.case(of: code, asOf: today, policy: policy)?.id
                let statement = try await statements.all().first { $0.key == caseID }?.value
                return facts.standing(of: code, asOf: today, statement: statement, policy: policy)
            },
            today: { MachineClock.today }, secondsNow: { MachineClock.secondsNow },
            leaveAddress: deployment.settings.leaveURL)
    }

    private var staffSite: StaffSite {
        let log = deployment.log
        let records = deployment.records
        return StaffSite(
            templates: web.templates, words: web.english, stylesheet: web.stylesheet,
            authorities: deployment.facts.authorities, accounts: records.accounts,
            accountKey: deployment.keys.accounts, desk: records.desk(log: log), log: log, reading: records.reading,
            planning: records.planning(log: log), statementDates: records.statementDates, triage: deployment.triage,
            rules: deployment.rules, facts: deployment.facts, policyName: policy.id,
            drawKey: deployment.keys.draws, isDemonstration: deployment.folder.isDemonstration,
            today: { MachineClock.today }, secondsNow: { MachineClock.secondsNow }, sessions: sessions)
    }
}
