import Foundation

/// Tells files that somebody still writes from those that are whole: by their having rested.
struct Steadiness {
    /// Slower writers are told by what they wrote: the last message of a file that changes while it is read is left.
    static let rest = Duration.seconds(2)

    private var earlier: [FileIdentity: (state: FileState, since: ContinuousClock.Instant)] = [:]
    private var seen: [FileIdentity: (state: FileState, since: ContinuousClock.Instant)] = [:]

    /// Whether any file was found that had not rested.
    var isAnyWaitedFor: Bool { !seen.isEmpty }

    /// Forgets the files that are there no more.
    mutating func beginRound() {
        earlier = seen
        seen = [:]
    }

    /// Whether size and time of change have stood still long enough.
    ///
    /// - Parameters:
    ///   - seconds: the clock that files are dated by; where it and theirs differ, as over a network, the second one tells.
    ///   - now: a clock that only goes forward.
    mutating func isRested(_ state: FileState, atSecond seconds: Int, now: ContinuousClock.Instant) -> Bool {
        if seconds - state.changedSeconds > Self.rest.components.seconds { return true }
        if let former = earlier[state.identity], former.state == state {
            if now - former.since >= Self.rest { return true }
            seen[state.identity] = former
        } else {
            seen[state.identity] = (state, now)
        }
        return false
    }
}
