import Concerns
import Pages
import Triage

extension DecidingForm {
    /// In Unicode scalars, for what the desk writes down.
    static let longestNote = 10_000
    static let longestReference = 200

    /// What the chosen decision rests on; the fields of the others are passed over.
    ///
    /// - Parameter standing: the gravest that the concern is held for; from safeguarding on it is refused only with a tick.
    /// - Returns: nil for what is accepted.
    /// - Throws: everything that is wrong, in the order of the page.
    func checked(
        for decision: ModerationDecision, rules: DecisionRules, standing: Urgency, on today: Day
    ) throws(FormProblems) -> FormGrounds? {
        switch decision {
        case .accept: nil
        case .hold: try checkedHold(rules, on: today)
        case .escalate: try checkedEscalation(rules)
        case .refuse: try checkedRefusal(rules, standing: standing)
        }
    }

    private func checkedHold(_ rules: DecisionRules, on today: Day) throws(FormProblems) -> FormGrounds {
        var problems: [FormProblem] = []
        let reason = Self.reason(holdReason, in: rules.holdReasons)
        if reason == nil { problems.append(FormProblem("hold_reason", says: "holdReasonIsMissing")) }
        let until = try? Day(holdUntil)
        if let until {
            if until <= today { problems.append(FormProblem("hold_until", says: "holdUntilIsPast")) }
            if until > today + rules.longestHoldWeeks * 7 {
                problems.append(FormProblem("hold_until", says: "holdUntilIsTooFar"))
            }
        } else {
            problems.append(FormProblem("hold_until", says: "holdUntilIsUnclear"))
        }
        if holdNote.unicodeScalars.count > Self.longestNote {
            problems.append(FormProblem("hold_note", says: "deskNoteIsTooLong"))
        }
        guard problems.isEmpty, let reason, let until else { throw FormProblems(problems) }
        return .held(reason.key, until: until, note: holdNote.allSatisfy(\.isWhitespace) ? nil : holdNote)
    }

    private func checkedEscalation(_ rules: DecisionRules) throws(FormProblems) -> FormGrounds {
        var problems: [FormProblem] = []
        let reason = Self.reason(route, in: rules.routes)
        if reason == nil { problems.append(FormProblem("route", says: "routeIsMissing")) }
        if passedOn.allSatisfy(\.isWhitespace) {
            problems.append(FormProblem("passed_on", says: "passedOnIsMissing"))
        } else if passedOn.unicodeScalars.count > Self.longestNote {
            problems.append(FormProblem("passed_on", says: "deskNoteIsTooLong"))
        }
        if reference.unicodeScalars.count > Self.longestReference {
            problems.append(FormProblem("reference", says: "referenceIsTooLong"))
        }
        guard problems.isEmpty, let reason else { throw FormProblems(problems) }
        return .passedOn(
            PassedOn(route: reason.key, words: passedOn, reference: reference), passesIdentity: passesIdentity)
    }

    private func checkedRefusal(_ rules: DecisionRules, standing: Urgency) throws(FormProblems) -> FormGrounds {
        var problems: [FormProblem] = []
        let reason = Self.reason(refusalReason, in: rules.refusalReasons)
        if reason == nil { problems.append(FormProblem("refusal_reason", says: "refusalReasonIsMissing")) }
        let mayBeDanger = standing >= .safeguarding
        if mayBeDanger, !nobodyIsInDanger {
            problems.append(FormProblem("nobody_in_danger", says: "nobodyInDangerIsMissing"))
        }
        guard problems.isEmpty, let reason else { throw FormProblems(problems) }
        return .refused(reason.key, nobodyIsInDanger: mayBeDanger)
    }

    /// The reason or route that goes with a decision; nil where none of the list was chosen.
    func reason(for decision: String, in rules: DecisionRules) -> DecisionReason? {
        switch ModerationDecision(rawValue: decision) {
        case .hold: Self.reason(holdReason, in: rules.holdReasons)
        case .escalate: Self.reason(route, in: rules.routes)
        case .refuse: Self.reason(refusalReason, in: rules.refusalReasons)
        case .accept, nil: nil
        }
    }

    private static func reason(_ key: String, in reasons: [DecisionReason]) -> DecisionReason? {
        reasons.first { $0.key.description == key }
    }
}

/// What a decision rests on, before it is closed.
enum FormGrounds: Sendable {
    case held(DeskCode, until: Day, note: String?)
    case refused(DeskCode, nobodyIsInDanger: Bool)
    case passedOn(PassedOn, passesIdentity: Bool)
}
