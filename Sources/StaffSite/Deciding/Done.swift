/// What was just done at the desk, as its address says: `/desk?done=accept`.
enum Done: String, CaseIterable, Sendable {
    case accept
    /// Accepted where the young person lets it only be counted.
    case counted
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
    /// A change where the words are only counted.
    case recounted
}
