import Concerns
import Pages

/// What moderators are told about the rules that are in force.
package enum RulesNotice: Hashable, Sendable {
    case nothing
    /// The moderation data were changed and are good; a restart puts them in force.
    case restartNeeded
    /// The moderation data cannot be used, for these reasons; the last good ones are in force.
    case problems([String])
}

extension StaffPages {
    /// Lines at the head of each page of those who work by the rules.
    func noticeLines(for session: Session) -> [String] {
        guard session.role.opensOriginals else { return [] }
        return switch rulesNotice() {
        case .nothing: []
        case .restartNeeded: [words("rulesNeedRestart")]
        case .problems(let problems): [words("rulesAreFormer")] + problems
        }
    }
}
