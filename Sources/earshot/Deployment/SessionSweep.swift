import ServiceLifecycle
import StaffSite

/// Ends sessions nobody used for their time, each minute as long as the server runs.
struct SessionSweep: Service {
    let sessions: Sessions

    func run() async throws {
        await cancelWhenGracefulShutdown { await sessions.run { MachineClock.secondsNow } }
    }
}
