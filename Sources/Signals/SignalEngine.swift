package import Concerns

/// What turns counts of voices into signals.
package protocol SignalEngine: Sendable {
    /// The signals of every area of one authority, in the order of the areas.
    ///
    /// - Parameters:
    ///   - history: what is known of the whole nation, weeks after `through` ignored.
    ///   - through: the last week to look at.
    func signals(of authority: GSSCode, in history: VoiceHistory, through: Week) -> [Signal]
}
