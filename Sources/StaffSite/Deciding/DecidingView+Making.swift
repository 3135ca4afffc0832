import Concerns
import Pages
import Store
import Triage

extension DecidingView {
    init(
        _ opened: OpenedConcern, _ form: ReviewForm, problems wrong: FormProblems, rules: ModerationRules,
        in pages: StaffPages
    ) {
        let (desk, own, words) = (opened.concern, form.deciding, pages.words)
        func says(_ field: String) -> String? { wrong.says(field, in: words) }
        concern = desk.summary.id.description
        decisions = pages.choices(ModerationDecision.self, "staffDecision") { $0 == form.decision }
            .filter { $0.value != ModerationDecision.accept.rawValue || !desk.summary.isWithdrawn }
        decisionProblem = says("decision")

        isHold = form.decision == ModerationDecision.hold.rawValue
        holdReasons = Self.reasons(rules.decisions.holdReasons, chosen: own.holdReason, rules)
        holdReasonProblem = says("hold_reason")
        holdUntil = own.holdUntil
        holdUntilHint = words("holdUntilHint", ["weeks": "\(rules.decisions.longestHoldWeeks)"])
        holdUntilProblem = says("hold_until")
        holdNote = own.holdNote
        holdNoteProblem = says("hold_note")

        isEscalate = form.decision == ModerationDecision.escalate.rawValue
        routes = Self.reasons(rules.decisions.routes, chosen: own.route, rules)
        routeProblem = says("route")
        passedOn = own.passedOn
        passedOnProblem = says("passed_on")
        reference = own.reference
        referenceProblem = says("reference")
        passesIdentity = own.passesIdentity

        isRefuse = form.decision == ModerationDecision.refuse.rawValue
        refusalReasons = Self.reasons(rules.decisions.refusalReasons, chosen: own.refusalReason, rules)
        refusalReasonProblem = says("refusal_reason")
        mayBeDanger = max(opened.urgency, Urgency(rawValue: form.urgency) ?? .spam) >= .safeguarding
        nobodyIsInDanger = own.nobodyIsInDanger
        nobodyInDangerProblem = says("nobody_in_danger")

        isOnlyCounted = desk.sharing == .counted
        canReply = desk.replyKey != nil
        let offered = [("", words("replyNonePrepared")), (DecidingForm.answerOfReason, words("replyOfReason"))]
        let fitting = rules.replies.filter { $0.fits(desk.sharing) }
        preparedReplies = (offered + fitting.map { ($0.key, $0.title) }).map { value, label in
            Choice(value: value, label: label, isChosen: value == form.preparedReply)
        }
        reply = form.reply
        replyProblem = says("reply")
        asks = form.asks
        asksProblem = says("asks")

        canSplit = desk.partOf == nil
        isSplitting = own.act == .split
        parts = desk.partOf == nil ? Self.parts(of: opened.told.original, ticked: own.parts) : []
        partProblem = says("part")
        let partUrgency = own.partUrgency.isEmpty ? max(opened.urgency, .safeguarding).rawValue : own.partUrgency
        partUrgencies = pages.choices(Urgency.self, "staffUrgency") { $0 == partUrgency }
            .filter { Urgency(rawValue: $0.value).map { $0 >= .safeguarding } == true }
        partUrgencyProblem = says("part_urgency")
        partOf = desk.partOf.map(ConcernLink.init)
        isSplit = !opened.splitOff.isEmpty

        isMerging = own.act == .merge || own.act == .apart || !desk.mergedWith.isEmpty
        mergeWith = own.mergeWith
        mergeProblem = says("merge_with")
        mergedWith = desk.mergedWith.map(ConcernLink.init)
        hasMerged = !desk.mergedWith.isEmpty
        canTakeApart = desk.isMerged

        hasRecords = desk.safeguardingRecords > 0
        needsSecond = desk.summary.needsSecond
    }

    private static func reasons(
        _ reasons: [DecisionReason], chosen: String, _ rules: ModerationRules
    ) -> [Reason] {
        reasons.map { reason in
            Reason(
                value: reason.key.description, label: reason.title, isChosen: reason.key.description == chosen,
                told: rules.replies.first { $0.key == reason.replyKey }?.words)
        }
    }

    private static func parts(of original: Original, ticked: Set<String>) -> [Part] {
        let scalars = Array(original.words.unicodeScalars)
        return MessageParts(original).ranges.enumerated().map { number, range in
            var view = String.UnicodeScalarView()
            view.append(contentsOf: scalars[range])
            let value = MessageParts.value(of: range)
            return Part(
                number: number, value: value, text: SeenText.words(String(view)), isChosen: ticked.contains(value))
        }
    }
}

extension DecidingView.ConcernLink {
    init(_ id: ConcernID) { self.init(id: id.description, shortID: String(id.description.prefix(6))) }
}

extension StaffPages {
    /// Where a concern is on its way, with what it waits for.
    func state(of concern: WaitingConcern) -> String {
        if concern.needsSecond { return words("stateNeedsSecond") }
        if concern.state == .escalated, concern.isDeclined { return words("stateDeclined") }
        if let until = concern.heldUntil { return words("stateHeldUntil", ["day": until.description]) }
        return said("staffState", concern.state.rawValue)
    }

    /// A past decision in words, with its reason or route.
    func said(_ past: PastDecision, _ rules: DecisionRules) -> String {
        let reason = past.reason.map { rules.title(of: $0, for: past.decision) }
        let parts = [
            said("staffDecision", past.decision.rawValue), reason.map { "(\($0))" },
            past.until.map { words("historyUntil", ["day": $0.description]) },
            past.isUndone ? words("historyUndone") : nil,
        ]
        return parts.compactMap { $0 }.joined(separator: " ")
    }
}
