import Concerns
import Pages

/// What a moderator has filled in about the decision alone, as it stands; nothing in it is checked yet.
///
/// Every decision's fields are on the page at once, so that it works without script; only those of the chosen one count.
struct DecidingForm: Sendable {
    /// What the pressed button asks for.
    enum Act: String, Sendable {
        case decide
        case preview
        /// Puts the prepared answer into the box, so that it can be changed.
        case fill
        /// Makes a concern of its own of the ticked parts.
        case split
        /// Takes this thread and another for one young person's.
        case merge
        /// Takes a merged thread for one of its own again.
        case apart
    }

    /// The choice of a prepared answer that leaves it to the reason or route.
    static let answerOfReason = "with-reason"

    let act: Act
    let holdReason: String
    let holdUntil: String
    let holdNote: String
    let refusalReason: String
    let nobodyIsInDanger: Bool
    let route: String
    let passedOn: String
    let reference: String
    let passesIdentity: Bool
    /// The ticked parts of the message, each as `start-end` in scalars.
    let parts: Set<String>
    let partUrgency: String
    /// The number of the other concern, or the beginning of it.
    let mergeWith: String
    /// How both threads stood when the moderator was shown whose words are joined; nil where they were not shown yet.
    let mergeConfirmed: String?

    init(_ fields: FormFields) {
        // A browser sends each line end as two characters.
        func lines(_ name: String) -> String { (fields[name] ?? "").replacing("\r\n", with: "\n") }
        act = fields["action"].flatMap(Act.init) ?? .decide
        holdReason = fields["hold_reason"] ?? ""
        holdUntil = fields.text("hold_until") ?? ""
        holdNote = lines("hold_note")
        refusalReason = fields["refusal_reason"] ?? ""
        nobodyIsInDanger = fields["nobody_in_danger"] != nil
        route = fields["route"] ?? ""
        passedOn = lines("passed_on")
        reference = fields.text("reference") ?? ""
        passesIdentity = fields["identity"] != nil
        parts = Set(fields.all("part"))
        partUrgency = fields["part_urgency"] ?? ""
        mergeWith = fields.text("merge_with") ?? ""
        mergeConfirmed = fields["confirmed"]
    }
}
