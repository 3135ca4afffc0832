/// How soon a concern was decided, measured against its target and kept no finer than this.
package enum Pace: String, CaseIterable, Hashable, Sendable {
    case withinTarget = "within-target"
    /// In up to twice the time.
    case upToTwice = "up-to-twice"
    case later
    /// Nobody knows when it was due any more.
    case unknown

    /// - Parameter target: the minutes that there were from its arrival to `due`.
    package init(due: DueMinute, target: Int, decidedAt now: DueMinute) {
        switch now - due {
        case ...0: self = .withinTarget
        case ...target: self = .upToTwice
        default: self = .later
        }
    }
}
