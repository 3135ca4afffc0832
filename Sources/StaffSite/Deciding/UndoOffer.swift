import Concerns
import Pages
import Store

/// What a moderator did last and may undo, for a button on the queue page.
struct UndoOffer: Sendable {
    let label: String

    init(_ last: Undoable, in pages: StaffPages) {
        let done: Done =
            switch last {
            case .decision(let decision): Done(rawValue: decision.decision.rawValue) ?? .accept
            case .split: .split
            case .merge: .merge
            case .apart: .apart
            }
        label = pages.words(
            "undoButton",
            ["done": pages.said("staffUndo", done.rawValue), "number": String(last.concern.description.prefix(6))])
    }
}
