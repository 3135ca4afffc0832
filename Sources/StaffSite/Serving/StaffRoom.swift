import Concerns

/// A part of the staff site, and who may enter it.
enum StaffRoom: String, CaseIterable, Sendable {
    case relay
    case desk
    case intelligence
    case planning

    var address: String { "/" + rawValue }

    /// The roles that may open any page of it; everyone else gets 403.
    var roles: Set<Role> {
        switch self {
        case .relay: [.advocate]
        case .desk: [.moderator, .leadModerator]
        case .intelligence: [.inspector]
        case .planning: [.planner]
        }
    }

    /// The key of its name in the head of each page.
    var key: String {
        switch self {
        case .relay: "roomRelay"
        case .desk: "roomDesk"
        case .intelligence: "roomIntelligence"
        case .planning: "roomPlanning"
        }
    }

    static func open(to role: Role) -> [StaffRoom] { allCases.filter { $0.roles.contains(role) } }
}
