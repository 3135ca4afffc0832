internal import Concerns
internal import GRDB

/// A concern as it stands at the moment of a decision, which may be later than the moderator saw it.
struct ConcernToDecide {
    /// The first concern of its thread.
    let threadID: ConcernID
    let arrivedOn: Day
    let teller: Teller?
    let isWithdrawn: Bool
    private let state: ConcernState
    private let hasWords: Bool
    /// How many decisions there are.
    private let decisions: Int

    /// - Throws: ``DecisionRefused/noSuchConcern``.
    init(_ id: ConcernID, in db: Database) throws {
        let row = try Row.fetchOne(
            db,
            sql: """
                SELECT coalesce(thread, id) AS first, arrivedOn, teller, withdrawnOn, state,
                    EXISTS (SELECT 1 FROM concernKey WHERE concernKey.concern = id) AS hasWords,
                    (SELECT count(*) FROM decision WHERE decision.concern = id) AS decisions
                FROM concern WHERE id = ?
                """,
            arguments: [id.description])
        guard let row else { throw DecisionRefused.noSuchConcern }
        threadID = try ConcernID(row["first"] as String)
        arrivedOn = try row.day("arrivedOn")
        teller = row.optionalChoice("teller")
        isWithdrawn = try row.optionalDay("withdrawnOn") != nil
        state = try row.choice("state")
        hasWords = row["hasWords"]
        decisions = row["decisions"]
    }

    /// - Parameter seen: how many decisions the moderator had seen.
    /// - Throws: the reason for which the decision cannot be taken down now.
    func check(_ decision: Decision, after seen: Int) throws(DecisionRefused) {
        if isWithdrawn, !hasWords { throw .wasWithdrawn }
        guard state.isOpen else { throw .alreadyDecided(state) }
        if isWithdrawn, decision.decision == .accept { throw .wasWithdrawn }
        guard decisions == seen else { throw .changedMeanwhile }
    }
}
