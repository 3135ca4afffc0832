/// What a member of staff may do here; each page names the roles that may open it.
package enum Role: String, CaseIterable, Codable, Hashable, Sendable {
    case advocate
    case moderator
    case leadModerator = "lead-moderator"
    case inspector
    case planner
    case administrator

    /// Whether this role opens originals, and so holds the team's key while signed in.
    package var opensOriginals: Bool { self == .moderator || self == .leadModerator }
}
