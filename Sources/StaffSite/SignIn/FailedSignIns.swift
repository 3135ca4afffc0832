/// Slows down whoever guesses: after some failures under one name, that name is checked only now and then.
///
/// It is slowed down and never shut out: whoever knows a colleague's name could otherwise keep them from their work. What
/// is known here lives in memory and is forgotten after a quarter of an hour.
actor FailedSignIns {
    /// So many failures under one name are typing errors.
    static let allowed = 10
    /// Older failures are forgotten.
    static let rememberedSeconds = 15 * 60
    /// After more failures, the time between two checks.
    static let pauseSeconds = 10

    private struct Record {
        /// Newest last, and no more than are allowed.
        var failures: [Int] = []
        var lastCheck = Int.min
    }

    private var records: [PasswordGate.Place: Record] = [:]

    init() {}

    /// Whether a password may be checked now.
    func allowsCheck(at place: PasswordGate.Place, atSecond now: Int) -> Bool {
        guard var record = records[place] else { return true }
        record.failures.removeAll { now - $0 >= Self.rememberedSeconds }
        guard !record.failures.isEmpty else {
            records[place] = nil
            return true
        }
        let isSlowed = record.failures.count >= Self.allowed
        guard !isSlowed || record.lastCheck <= now - Self.pauseSeconds else { return false }
        record.lastCheck = now
        records[place] = record
        return true
    }

    func note(at place: PasswordGate.Place, atSecond now: Int) {
        var record = records[place] ?? Record()
        record.failures = Array((record.failures + [now]).suffix(Self.allowed))
        record.lastCheck = max(record.lastCheck, now)
        records[place] = record
    }
}
