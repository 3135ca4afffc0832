import Foundation
import Synchronization

/// Calls whoever is on call when a danger message waits.
///
/// The call goes out at once, and nobody waits for it. Danger that comes while it is under way makes one more call after it,
/// however much comes: a flood must not keep a pager from being heard.
final class OnCall: Sendable {
    /// What passes before each further try, where one fails.
    static let pauses: [Duration] = [.seconds(5), .seconds(15)]

    private struct State {
        var isAskedAgain = false
        var underWay: Task<Void, Never>?
    }

    private let call: @Sendable () async throws -> Void
    private let pauses: [Duration]
    private let onFailure: @Sendable (any Error) -> Void
    private let state = Mutex(State())

    /// - Parameters:
    ///   - pauses: as many as there are further tries.
    ///   - onFailure: told why, once, when the last try failed too.
    init(
        pauses: [Duration] = OnCall.pauses, call: @escaping @Sendable () async throws -> Void,
        onFailure: @escaping @Sendable (any Error) -> Void
    ) {
        self.pauses = pauses
        self.call = call
        self.onFailure = onFailure
    }

    /// Calls by running a command, or nil where there is none.
    convenience init?(command: String?, onFailure: @escaping @Sendable (any Error) -> Void) {
        guard let command else { return nil }
        self.init(call: OnCallCommand(command).run, onFailure: onFailure)
    }

    /// Asks for a call and returns at once.
    func ring() {
        state.withLock { state in
            if state.underWay == nil {
                state.underWay = Task { await callUntilNobodyAsks() }
            } else {
                state.isAskedAgain = true
            }
        }
    }

    /// Returns when no call is under way: for a command that is about to end.
    func settled() async {
        while let underWay = state.withLock(\.underWay) { await underWay.value }
    }

    private func callUntilNobodyAsks() async {
        repeat { await callOnce() } while isAskedAgain()
    }

    private func callOnce() async {
        var pauses = pauses[...]
        while true {
            do { return try await call() } catch {
                guard let pause = pauses.popFirst() else { return onFailure(error) }
                try? await Task.sleep(for: pause)
            }
        }
    }

    /// Whether danger came since the call began; ends what is under way where none did.
    private func isAskedAgain() -> Bool {
        state.withLock { state in
            let isAskedAgain = state.isAskedAgain
            state.isAskedAgain = false
            if !isAskedAgain { state.underWay = nil }
            return isAskedAgain
        }
    }
}
