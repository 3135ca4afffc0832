import Concerns
import Triage

/// How long each moderator has been at the desk without a break, and what they opened there; in memory only, and nobody
/// but themselves is told.
actor Stretches {
    private struct Stretch {
        let began: Int
        var lastSeen: Int
        /// Concerns opened that tell of danger.
        var dangers: Set<ConcernID> = []
    }

    private var stretches: [String: Stretch] = [:]

    init() {}

    /// Notes that someone is at the desk.
    ///
    /// - Returns: what they should be reminded of; nil where nothing.
    func note(_ name: String, atSecond now: Int, by rules: PauseRules) -> PauseReminder? {
        var stretch = stretches[name] ?? Stretch(began: now, lastSeen: now)
        if now - stretch.lastSeen >= rules.breakMinutes * 60 { stretch = Stretch(began: now, lastSeen: now) }
        stretch.lastSeen = now
        stretches[name] = stretch
        if stretch.dangers.count >= rules.afterDangers { return .danger(count: stretch.dangers.count) }
        let minutes = (now - stretch.began) / 60
        return minutes >= rules.afterMinutes ? .long(minutes: minutes) : nil
    }

    /// Notes that someone opened a concern that tells of danger.
    func noteDanger(_ concern: ConcernID, openedBy name: String) { stretches[name]?.dangers.insert(concern) }

    /// They took a break.
    func end(of name: String) { stretches[name] = nil }
}

/// Why someone is reminded to take a break.
enum PauseReminder: Hashable, Sendable {
    case long(minutes: Int)
    case danger(count: Int)

    func says(in words: (String, [String: String]) -> String) -> String {
        switch self {
        case .long(let minutes): words("pauseLong", ["minutes": "\(minutes)"])
        case .danger(let count): words("pauseDanger", ["count": "\(count)"])
        }
    }
}
