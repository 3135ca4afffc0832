/// The numbers that make evidence a signal; they are policy data (P19).
package struct SignalRule: Hashable, Sendable {
    /// How many weeks count as recent.
    package let windowWeeks: Int
    /// The rise that matters: 1.5 is half as much again.
    package let factor: Double
    /// With fewer recent voices than this there is no signal, whatever the probability.
    package let leastVoices: Int
    /// From this probability on the area counts as deteriorated.
    package let deteriorated: Double
    /// From this probability on it is watched.
    package let watch: Double

    package init(windowWeeks: Int, factor: Double, leastVoices: Int, deteriorated: Double, watch: Double) {
        self.windowWeeks = windowWeeks
        self.factor = factor
        self.leastVoices = leastVoices
        self.deteriorated = deteriorated
        self.watch = watch
    }
}
