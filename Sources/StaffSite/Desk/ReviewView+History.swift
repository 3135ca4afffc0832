import Concerns
import Pages
import Store
import Triage

extension ReviewView.History {
    /// All that was decided about a concern, oldest first, with what was done to the accepted text in its place among it.
    static func all(of concern: DeskConcern, _ rules: DecisionRules, in pages: StaffPages) -> [Self] {
        let acts = Dictionary(grouping: concern.textActs, by: \.decisionsBefore)
        return (0...concern.decisions.count).flatMap { place in
            let decided = place > 0 ? [Self(concern.decisions[place - 1], rules, in: pages)] : []
            return decided + (acts[place] ?? []).map { Self($0, isRead: concern.sharing == .words, in: pages) }
        }
    }

    init(_ past: PastDecision, _ rules: DecisionRules, in pages: StaffPages) {
        let coding = [
            "urgency": pages.said("staffUrgency", past.urgency.rawValue), "areas": pages.names(of: past.areas),
        ]
        self.init(
            day: past.on.description, decision: pages.said(past, rules), by: past.by,
            coding: pages.words("historyCoding", coding))
    }

    /// - Parameter isRead: whether inspectors may read the words; of those that are only counted there is no text.
    private init(_ act: PastTextAct, isRead: Bool, in pages: StaffPages) {
        let key =
            switch act.kind {
            case .changed: isRead ? "historyTextChanged" : "historyCountChanged"
            case .withheld: "historyWithheld"
            }
        self.init(
            day: act.on.description, decision: pages.words(key), by: act.by ?? pages.words("historyByNobody"),
            coding: nil)
    }
}
