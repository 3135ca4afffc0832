/// How soon a concern was decided, measured against its target and kept no finer than this.
package enum Pace: String, CaseIterable, Hashable, Sendable {
    case withinTarget = "within-target"
    /// In up to twice the time.
    case upToTwice = "up-to-twice"
    case later
    /// Nobody knows when it was due any more.
    case unknown
}
