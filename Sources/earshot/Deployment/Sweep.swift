import Logging
import ServiceLifecycle

/// Something the server does at its start and then again and again; what fails waits for the next time.
struct Sweep: Service {
    let interval: Duration
    /// What the log says when it fails.
    let complaint: String
    let work: @Sendable () async throws -> Void

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do { try await work() } catch {
                    // A server that stops closes the store under it; the next start does it all again.
                    if Task.isCancelled { break }
                    Logger(label: "earshot").error("\(complaint)", metadata: ["type": "\(type(of: error))"])
                }
                try? await Task.sleep(for: interval)
            }
        }
    }
}
