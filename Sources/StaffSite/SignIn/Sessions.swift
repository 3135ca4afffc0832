/// Who is signed in; lost with the process, and with it every copy of the team's key.
package actor Sessions {
    /// A session unused for so long is over.
    static let idleSeconds = 30 * 60
    /// No session lasts longer than a shift.
    static let longestSeconds = 8 * 60 * 60

    private struct Entry {
        let session: Session
        let began: Int
        var lastSeen: Int

        func isOver(at now: Int) -> Bool { now - lastSeen >= idleSeconds || now - began >= longestSeconds }
    }

    private var entries: [SecretText: Entry] = [:]

    package init() {}

    func open(_ session: Session, under key: SecretText, atSecond now: Int) {
        sweep(atSecond: now)
        entries[key] = Entry(session: session, began: now, lastSeen: now)
    }

    /// The session under `key`, whose idle time begins anew; nil when there is none or it is over.
    func session(under key: SecretText, atSecond now: Int) -> Session? {
        guard var entry = entries[key] else { return nil }
        guard !entry.isOver(at: now) else {
            entries[key] = nil
            return nil
        }
        entry.lastSeen = now
        entries[key] = entry
        return entry.session
    }

    /// Drops the sessions that are over, and with them their copies of the team's key.
    func sweep(atSecond now: Int) { entries = entries.filter { !$0.value.isOver(at: now) } }

    var count: Int { entries.count }

    /// Sweeps again and again until the task is cancelled, so that no key outlives its session by more than `seconds`.
    ///
    /// - Parameter secondsNow: the same clock as the site's.
    package func run(every seconds: Int = 60, secondsNow: @Sendable () -> Int) async {
        while !Task.isCancelled {
            sweep(atSecond: secondsNow())
            try? await Task.sleep(for: .seconds(seconds))
        }
    }

    func close(_ key: SecretText) { entries[key] = nil }
}
