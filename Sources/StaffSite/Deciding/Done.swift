/// What was just done at the desk, as its address says: `/desk?done=accept`.
enum Done: String, CaseIterable, Sendable {
    case accept
    case hold
    case escalate
    case refuse
    case split
    case merge
    case apart
    case undo
    case confirm
    case decline
    case text
}
