import Foundation
import Synchronization

/// Calls whoever is on call when a danger message waits.
///
/// The call goes out at once, and nobody waits for it. Danger that comes while it is under way makes one more call after it,
/// however much comes: a flood must not keep a pager from being heard. A call that fails is tried again.
final class OnCall: Sendable {
    /// What passes at least before a failure that lasts is told of again.
    static let silence = Duration.seconds(3_600)

    private struct State {
        var isAskedAgain = false
        var hasFailed = false
        var underWay: Task<Void, Never>?
    }

    private let pauses: OnCallPauses
    private let sleep: @Sendable (Duration) async -> Void
    private let call: @Sendable () async throws -> Void
    private let onFailure: @Sendable (any Error) -> Void
    private let state = Mutex(State())

    /// - Parameter onFailure: told why when a call fails at first, and then at most hourly till one goes out.
    init(
        pauses: OnCallPauses = .untilCalled,
        sleep: @escaping @Sendable (Duration) async -> Void = { try? await Task.sleep(for: $0) },
        call: @escaping @Sendable () async throws -> Void, onFailure: @escaping @Sendable (any Error) -> Void
    ) {
        self.pauses = pauses
        self.sleep = sleep
        self.call = call
        self.onFailure = onFailure
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

    /// Whether a call is going out or waits to be tried again.
    var isUnderWay: Bool { state.withLock { $0.underWay != nil } }

    /// Returns when no call is under way: for a command that is about to end.
    ///
    /// - Returns: false when the last call was given up.
    func settled() async -> Bool {
        while let underWay = state.withLock(\.underWay) { await underWay.value }
        return !state.withLock(\.hasFailed)
    }

    private func callUntilNobodyAsks() async {
        repeat { await callTillItGoesOut() } while isAskedAgain()
    }

    private func callTillItGoesOut() async {
        var tries = 0
        var sinceTold = Self.silence
        while true {
            // What was asked for before a try begins is told by it.
            state.withLock { $0.isAskedAgain = false }
            do {
                try await call()
                return state.withLock { $0.hasFailed = false }
            } catch {
                tries += 1
                if sinceTold >= Self.silence {
                    onFailure(error)
                    sinceTold = .zero
                }
                guard let pause = pauses.pause(afterTries: tries) else { return state.withLock { $0.hasFailed = true } }
                sinceTold += pause
                await sleep(pause)
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
