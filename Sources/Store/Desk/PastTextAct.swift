package import Concerns
internal import GRDB

/// What was done to an accepted text after the decision: a part of the concern's history that is no decision.
package struct PastTextAct: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        /// What inspectors read, or what is counted, was changed.
        case changed
        /// Inspectors could no longer read it.
        case withheld
    }

    package let kind: Kind
    /// Nil where nobody wrote down who: as a backup was restored.
    package let by: String?
    package let on: Day
    /// How many of the concern's decisions had been taken by then.
    package let decisionsBefore: Int
}

/// What the log tells about one concern's history: it alone keeps the order among decisions and what was done to the text.
struct PastInLog {
    let textActs: [PastTextAct]
    /// Who decided, undid, split or changed last; nil where nobody did, or the log does not reach back so far.
    let lastChangedBy: String?

    /// - Parameter decisions: how many there are, the undone too.
    init(about id: ConcernID, decisions: Int, in db: Database) throws {
        let lines = try Row.fetchAll(
            db,
            sql: """
                SELECT day, who, did FROM logLine
                WHERE about = ? AND (did IN ('accept', 'hold', 'escalate', 'refuse', 'changed text', 'withheld the words')
                    OR did LIKE 'undid %' OR did LIKE 'split off %')
                ORDER BY number DESC
                """,
            arguments: [id.description])
        // From the newest on, as old lines may be gone while all decisions are there.
        var (acts, before) = ([PastTextAct](), decisions)
        func add(_ kind: PastTextAct.Kind, _ line: Row) throws {
            acts.append(
                PastTextAct(kind: kind, by: line["who"], on: try line.day("day"), decisionsBefore: before))
        }
        for line in lines {
            switch line["did"] as String {
            case "changed text": try add(.changed, line)
            case "withheld the words": try add(.withheld, line)
            case let did where ModerationDecision(rawValue: did) != nil: before = max(0, before - 1)
            default: break
            }
        }
        acts.reverse()
        // A restored backup is withheld from without anybody's act.
        let since = try Row.fetchOne(
            db, sql: "SELECT since FROM withheld WHERE concern = ?", arguments: [id.description])
        if let since, acts.last?.kind != .withheld {
            acts.append(
                PastTextAct(kind: .withheld, by: nil, on: try since.day("since"), decisionsBefore: decisions))
        }
        textActs = acts
        lastChangedBy = lines.first { ($0["did"] as String) != "withheld the words" }?["who"]
    }
}
