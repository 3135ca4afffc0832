import Logging
import Sealing
import ServiceLifecycle
import Store

/// Destroys the keys of forms that nobody can send any more, and what the store knew them by, each hour as long as the
/// server runs.
struct SendingSweep: Service {
    let keys: SendingKeyFile
    let intake: Intake
    var epochNow: @Sendable () -> Int = { SendingKeys.epoch(ofSecond: MachineClock.secondsNow) }

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do { try await sweep() } catch {
                    Logger(label: "earshot").error(
                        "Former forms were not forgotten; the next hour tries again",
                        metadata: ["type": "\(type(of: error))"])
                }
                try? await Task.sleep(for: .seconds(3_600))
            }
        }
    }

    /// - Throws: ``CommandFailure`` or `StoreProblem` when the disk takes neither.
    func sweep() async throws {
        try keys.forgetPast()
        try await intake.forgetSendings(before: epochNow() - 1)
    }
}
