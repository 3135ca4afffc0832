import Store

/// What each moderator did last, for as long as it may be undone; in memory only, as no time of any act is kept on disk.
actor LastDone {
    /// So long it may be undone.
    private let windowSeconds: Int

    private var entries: [SecretText: (done: Undoable, second: Int)] = [:]

    init(windowSeconds: Int) { self.windowSeconds = windowSeconds }

    /// - Parameter session: the form token of the session that did it.
    func note(_ done: Undoable, by session: Session, atSecond now: Int) {
        entries = entries.filter { now - $0.value.second < windowSeconds }
        entries[session.formToken] = (done, now)
    }

    /// What may still be undone; nil where nothing may.
    func last(of session: Session, atSecond now: Int) -> Undoable? {
        guard let entry = entries[session.formToken], now - entry.second < windowSeconds else { return nil }
        return entry.done
    }

    func forget(of session: Session) { entries[session.formToken] = nil }
}
