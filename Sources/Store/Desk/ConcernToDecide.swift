internal import Concerns
internal import GRDB

/// A concern as it stands at the moment of a decision, which may be later than the moderator saw it.
struct ConcernToDecide {
    /// The first concern of its thread.
    let threadID: ConcernID
    let arrivedOn: Day
    let teller: Teller?
    let urgency: Urgency
    let authority: GSSCode?
    let state: ConcernState
    let isWithdrawn: Bool
    let hasWords: Bool
    /// The number of the last decision, when that was not undone; nil else.
    let lastDecision: Int?
    /// How many decisions there are, the undone too.
    let decisions: Int
    /// How often it was decided, undone, split or changed.
    let changes: Int
    private let needsSecond: Bool

    /// - Throws: ``DecisionRefused/noSuchConcern``.
    init(_ id: ConcernID, in db: Database) throws {
        let request: SQLRequest<Row> = """
            SELECT coalesce(thread, id) AS first, arrivedOn, teller, urgency, authority, withdrawnOn, state,
                EXISTS (SELECT 1 FROM concernKey WHERE concernKey.concern = id) AS hasWords,
                (SELECT count(*) FROM decision WHERE decision.concern = id) AS decisions,
                EXISTS (SELECT 1 FROM undone WHERE undone.concern = id AND number = (
                    SELECT max(number) FROM decision WHERE decision.concern = id)) AS isUndone,
                \(Desk.changes) AS changes, \(Desk.needsSecond) AS needsSecond
            FROM concern WHERE id = \(id.description)
            """
        guard let row = try request.fetchOne(db) else { throw DecisionRefused.noSuchConcern }
        threadID = try ConcernID(row["first"] as String)
        arrivedOn = try row.day("arrivedOn")
        teller = row.optionalChoice("teller")
        urgency = try row.choice("urgency")
        authority = try row.optionalAuthority("authority")
        isWithdrawn = try row.optionalDay("withdrawnOn") != nil
        state = try row.choice("state")
        hasWords = row["hasWords"]
        decisions = row["decisions"]
        lastDecision = decisions > 0 && !row["isUndone"] ? decisions : nil
        changes = row["changes"]
        needsSecond = row["needsSecond"]
    }

    /// - Parameter seen: how many changes the moderator had seen.
    /// - Throws: the reason for which the decision cannot be taken down now.
    func check(_ decision: Decision, after seen: Int) throws(DecisionRefused) {
        try checkIsOpen()
        if isWithdrawn, decision.decision == .accept { throw .wasWithdrawn }
        guard changes == seen else { throw .changedMeanwhile }
        if needsSecond, decision.decision.isFinal { throw .needsSecond }
        if decision.decision == .refuse, mayBeDanger(after: decision), !decision.nobodyIsInDanger {
            throw .mayBeDanger
        }
    }

    /// Whether it sounds like danger to the rules or to the moderator: calling it spam while refusing it makes it no safer.
    func mayBeDanger(after decision: Decision) -> Bool { max(urgency, decision.urgency) >= .safeguarding }

    /// - Throws: the reason for which nothing can be split off now.
    func checkSplitting(after seen: Int) throws(DecisionRefused) {
        try checkIsOpen()
        if !hasWords { throw .wasWithdrawn }
        guard changes == seen else { throw .changedMeanwhile }
    }

    private func checkIsOpen() throws(DecisionRefused) {
        if isWithdrawn, !hasWords { throw .wasWithdrawn }
        guard state.isOpen else { throw .alreadyDecided(state) }
    }
}

extension Desk {
    /// How often a concern was decided, undone, split or changed; a form brings it back, so that an older one changes nothing.
    static let changes: SQL = """
        (SELECT count(*) FROM decision WHERE decision.concern = concern.id)
            + (SELECT count(*) FROM undone WHERE undone.concern = concern.id)
            + (SELECT count(*) FROM deskNote WHERE deskNote.concern = concern.id AND kind IN ('split', 'text'))
        """
}
