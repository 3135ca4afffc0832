import Concerns
import Store
import Triage

/// One concern with its original open on the desk, and what the rules suggest about it.
struct OpenedConcern: Sendable {
    let concern: DeskConcern
    let told: Told
    let suggestion: Suggestion
    /// Where the words stand that the suggestion goes by.
    let grounds: Grounds
    let thread: ThreadBeside
    /// What moderators began to fill in, by their names.
    let drafts: [KeptDraft]
    /// Lets the form be kept as a draft when the session is over.
    let ticket: String
    /// What was typed for the council may be a cry for help.
    let councilSoundsLikeDanger: Bool
    let likeness: Likeness

    /// The gravest of what the rules make of the words, of what was typed for the council, and of what stands already.
    var urgency: Urgency {
        max(councilSoundsLikeDanger ? .dangerNow : suggestion.urgency, suggestion.urgency, concern.summary.urgency)
    }
}
