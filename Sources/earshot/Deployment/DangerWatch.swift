import Concerns
import Synchronization

/// Sees to it that no danger waits without a call: after a restart, and when another command kept it but could not call.
///
/// What a call went out for is known in memory only, so a restart calls again; once too often does less harm than never.
final class DangerWatch: Sendable {
    private let waiting: @Sendable () async throws -> Set<ConcernID>
    private let called = Mutex<Set<ConcernID>>([])

    /// - Parameter waiting: the danger that nobody has decided about.
    init(waiting: @escaping @Sendable () async throws -> Set<ConcernID>) { self.waiting = waiting }

    /// The same call, which then remembers what waited when it began; a store that cannot be read does not keep it back.
    func remembering(_ call: @escaping @Sendable () async throws -> Void) -> @Sendable () async throws -> Void {
        { [self] in
            let waiting = try? await waiting()
            try await call()
            if let waiting { called.withLock { $0 = waiting } }
        }
    }

    /// Asks for a call when danger waits that none went out for; one that is under way must end first.
    ///
    /// - Throws: what the store throws when it cannot be read.
    func look(_ onCall: OnCall) async throws {
        guard !onCall.isUnderWay else { return }
        let waiting = try await waiting()
        if called.withLock({ !waiting.isSubset(of: $0) }) { onCall.ring() }
    }
}
