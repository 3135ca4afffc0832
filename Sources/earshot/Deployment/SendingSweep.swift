import Sealing
import Store

/// Destroys the keys of forms that nobody can send any more, and what the store knew them by.
struct SendingSweep {
    let keys: SendingKeyFile
    let intake: Intake
    var epochNow: @Sendable () -> Int = { SendingKeys.epoch(ofSecond: MachineClock.secondsNow) }

    /// - Throws: ``CommandFailure`` or `StoreProblem` when the disk takes neither.
    func sweep() async throws {
        try keys.forgetPast()
        try await intake.forgetSendings(before: epochNow() - 1)
    }
}
