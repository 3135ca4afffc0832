package import Concerns
import FactFiles

/// `decisions.yaml`: what a moderator's decision may rest on.
package struct DecisionRules: Sendable {
    package let holdReasons: [DecisionReason]
    /// So many weeks after today a hold ends at the latest.
    package let longestHoldWeeks: Int
    package let refusalReasons: [DecisionReason]
    /// The ways by which a danger is passed on.
    package let routes: [DecisionReason]

    /// - Parameter replies: the prepared answers that a reason may name; nil where those cannot be read.
    /// - Throws: ``FactProblem`` also for a key that stands twice, and for an answer that there is not.
    init(_ tree: FactTree, replies: [Reply]?) throws(FactProblem) {
        try tree.allow(only: ["hold", "refuse", "escalate"])
        let (hold, refuse, escalate) = (try tree["hold"], try tree["refuse"], try tree["escalate"])
        try hold.allow(only: ["longest_weeks", "reasons"])
        try refuse.allow(only: ["reasons"])
        try escalate.allow(only: ["routes"])
        longestHoldWeeks = try hold["longest_weeks"].int
        guard (1...52).contains(longestHoldWeeks) else {
            throw try hold["longest_weeks"].problem("\(longestHoldWeeks) weeks cannot be", "Write 1 to 52.")
        }
        let known = replies.map { Set($0.map(\.key)) }
        holdReasons = try DecisionReason.all(in: try hold["reasons"], replies: known)
        refusalReasons = try DecisionReason.all(in: try refuse["reasons"], replies: known)
        routes = try DecisionReason.all(in: try escalate["routes"], replies: known)
    }

    /// The reasons or routes that a decision may have; none for what is accepted.
    package func reasons(for decision: ModerationDecision) -> [DecisionReason] {
        switch decision {
        case .accept: []
        case .hold: holdReasons
        case .escalate: routes
        case .refuse: refusalReasons
        }
    }

    /// What a reason or route of a past decision is called; its key where it was taken out of the file since.
    package func title(of code: DeskCode, for decision: ModerationDecision) -> String {
        reasons(for: decision).first { $0.key == code }?.title ?? code.description
    }
}

/// One reason or route, and what the young person is told with it.
package struct DecisionReason: Hashable, Sendable {
    package let key: DeskCode
    package let title: String
    /// The key of a prepared answer; nil where nothing is told by default.
    package let replyKey: String?

    package init(key: DeskCode, title: String, replyKey: String?) {
        self.key = key
        self.title = title
        self.replyKey = replyKey
    }

    static func all(in tree: FactTree, replies: Set<String>?) throws(FactProblem) -> [DecisionReason] {
        var seen: Set<DeskCode> = []
        let reasons = try tree.list.map { entry throws(FactProblem) in
            try entry.allow(only: ["key", "title", "reply"])
            let text = try entry["key"].text
            guard let key = try? DeskCode(text) else {
                throw try entry["key"].problem(
                    "“\(text)” cannot be a key", "Use 2 to 40 lower-case letters, digits and hyphens.")
            }
            guard seen.insert(key).inserted else {
                throw entry.problem("the key “\(key)” is used twice", "Give each reason a key of its own.")
            }
            let reply = try entry.optional("reply")?.text
            if let reply, let replies, !replies.contains(reply) {
                throw try entry["reply"].problem(
                    "“\(reply)” is no prepared answer", "Write a key of replies.yaml, or leave the line out.")
            }
            return DecisionReason(key: key, title: try entry["title"].text, replyKey: reply)
        }
        guard !reasons.isEmpty else { throw tree.problem("“\(tree.path)” is empty", "Write at least one entry.") }
        return reasons
    }
}
