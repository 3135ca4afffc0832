import Foundation

/// Tells files that somebody still writes from those that are whole: by their having rested.
struct Steadiness {
    /// Where the system tells that nobody writes to a file, and where it does not.
    static let (rest, longRest) = (Duration.seconds(2), Duration.seconds(30))

    private var earlier: [FileIdentity: (state: FileState, since: ContinuousClock.Instant)] = [:]
    private var seen: [FileIdentity: (state: FileState, since: ContinuousClock.Instant)] = [:]
    /// Files that could not be opened, each told of once.
    private(set) var unreadable: Set<[UInt8]> = []

    /// Whether any file was found that had not rested.
    var isAnyWaitedFor: Bool { !seen.isEmpty }

    /// Forgets the files that are there no more.
    mutating func beginRound() {
        earlier = seen
        seen = [:]
    }

    /// Whether a file that cannot be opened has not been told of.
    mutating func isNewlyUnreadable(_ name: FileName) -> Bool { unreadable.insert(name.bytes).inserted }

    /// Whether size and time of change have stood still long enough.
    ///
    /// - Parameters:
    ///   - isBeingWritten: whether somebody has the file open to write; nil where that is not known.
    ///   - seconds: the clock that files are dated by; where it and theirs differ, as over a network, the second one tells.
    ///   - now: a clock that only goes forward.
    mutating func isRested(
        _ state: FileState, isBeingWritten: Bool?, atSecond seconds: Int, now: ContinuousClock.Instant
    ) -> Bool {
        let rest = isBeingWritten == nil ? Self.longRest : Self.rest
        if isBeingWritten != true, seconds - state.changedSeconds > rest.components.seconds { return true }
        if let former = earlier[state.identity], former.state == state {
            if isBeingWritten != true, now - former.since >= rest { return true }
            seen[state.identity] = former
        } else {
            seen[state.identity] = (state, now)
        }
        return false
    }
}
