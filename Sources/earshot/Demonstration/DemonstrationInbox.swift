import Concerns
import FactFiles
import Foundation
import Inbox

/// The invented messages that Earshot comes with, and what a demonstration moderator decides about them.
struct DemonstrationInbox {
    /// One message with what the two tables beside it say.
    struct Entry {
        let raw: InboxEntry
        let reading: InboxReading
        let authority: GSSCode?
        let sharing: Sharing
        /// Nil for what waits in the queue.
        let decision: (decision: ModerationDecision, urgency: Urgency, areas: [JudgementArea])?
    }

    let entries: [Entry]

    /// - Parameter folder: `Demonstration/inbox`.
    /// - Throws: ``CommandFailure`` or `FactProblem` naming file and line.
    init(_ folder: URL, reader: InboxReader) throws {
        let tables = try TextFiles.read(folder, endings: [".csv"])
        var authorities: [String: GSSCode] = [:]
        for row in try FactTable(
            file: "councils.csv", text: tables["councils.csv"] ?? "", columns: ["source", "index", "authority"]
        ).rows {
            authorities[Self.key(row)] = try GSSCode(row["authority"])
        }
        var decisions: [String: FactRow] = [:]
        for row in try FactTable(
            file: "decisions.csv", text: tables["decisions.csv"] ?? "",
            columns: ["source", "index", "decision", "urgency", "areas", "share"]
        ).rows {
            decisions[Self.key(row)] = row
        }
        var walk = InboxWalk(["council-voices.mbox", "letters"].map { folder.appending(path: $0).path })
        var feed = InboxFeed(format: .auto) { walk.next() }
        var entries: [Entry] = []
        while let batch = feed.next() {
            for case .entry(let entry, let source) in batch.pieces {
                let name = source.name.dropFirst(folder.path.count).split(separator: "/").joined(separator: "/")
                let key = "\(name) \(entry.index)"
                entries.append(
                    Entry(
                        raw: entry, reading: reader.reading(of: entry, named: name), authority: authorities[key],
                        sharing: decisions[key].map { $0["share"] == "words" ? .words : .counted } ?? .words,
                        decision: try decisions[key].map(Self.decision)))
            }
        }
        self.entries = entries
    }

    private static func key(_ row: FactRow) -> String { "\(row["source"]) \(row["index"])" }

    private static func decision(
        _ row: FactRow
    ) throws -> (decision: ModerationDecision, urgency: Urgency, areas: [JudgementArea]) {
        guard let decision = ModerationDecision(rawValue: row["decision"]),
            let urgency = Urgency(rawValue: row["urgency"])
        else { throw row.problem("the decision or urgency is not known", "Write words of interface and codebook.") }
        return (decision, urgency, row.parts("areas").compactMap(JudgementArea.init(rawValue:)))
    }
}
