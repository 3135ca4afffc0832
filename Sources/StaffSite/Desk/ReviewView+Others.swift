import Concerns
import Pages
import Store
import Triage

/// What others did about the same concern or thread.
extension ReviewView {
    static func offers(
        _ opened: OpenedConcern, but shown: String?, to session: Session, in pages: StaffPages
    ) -> [DraftOffer] {
        opened.drafts.filter { $0.author != shown }.map { draft in
            let key = draft.author == session.name ? "draftOfferOwn" : "draftOffer"
            return DraftOffer(
                says: pages.words(key, ["name": draft.author, "count": "\(draft.form.decisionsSeen)"]),
                address: Drafts.address(of: opened.concern.summary.id, by: draft.author))
        }
    }

    /// Nil where the form knew every decision.
    static func clash(
        _ form: ReviewForm, _ concern: DeskConcern, _ rules: DecisionRules, for session: Session, in pages: StaffPages
    ) -> Clash? {
        // Of what changed since, some may be no decision: then an older one is shown too.
        let newer = concern.decisions.suffix(max(0, concern.changes - max(0, form.decisionsSeen)))
        guard !newer.isEmpty else { return nil }
        let isOwn = newer.allSatisfy { $0.by == session.name }
        return Clash(
            title: pages.words(isOwn ? "clashTitleOwn" : "clashTitle"),
            decided: newer.map { History($0, rules, in: pages) }, typed: filledIn(form, in: pages))
    }

    /// What a moderator filled in, to be read beside what another decided.
    static func filledIn(_ form: ReviewForm, in pages: StaffPages) -> [Fact] {
        func fact(_ label: String, _ value: String) -> Fact? {
            value.isEmpty ? nil : Fact(label: pages.words(label), value: value)
        }
        let areas = JudgementArea.allCases.filter { form.areas.contains($0.rawValue) }
        let added = form.additions.map(\.text).joined(separator: ", ")
        let chosen = (try? GSSCode(form.authority)).map { pages.name(of: $0) } ?? ""
        let council = form.council.isEmpty ? chosen : form.council
        return [
            ModerationDecision(rawValue: form.decision).flatMap {
                fact("decisionTitle", pages.said("staffDecision", $0.rawValue))
            },
            Urgency(rawValue: form.urgency).flatMap {
                fact("columnUrgency", pages.said("staffUrgency", $0.rawValue))
            },
            areas.isEmpty ? nil : fact("areasTitle", pages.names(of: areas)),
            fact("columnCouncil", council), fact("addText", added), fact("closedReply", form.reply),
        ].compactMap { $0 }
    }

    static func thread(_ beside: ThreadBeside, in pages: StaffPages) -> [ThreadMessage] {
        beside.messages.map { message in
            let says = pages.words(
                message.isEarlier ? "threadEarlier" : "threadLater",
                [
                    "day": message.arrivedOn.description,
                    "state": message.isWithdrawn
                        ? pages.words("threadTakenBack") : pages.said("staffState", message.state.rawValue),
                ])
            return ThreadMessage(
                id: message.id.description, shortID: String(message.id.description.prefix(6)), says: says,
                text: message.text.map { SeenText.words($0.description) })
        }
    }
}
