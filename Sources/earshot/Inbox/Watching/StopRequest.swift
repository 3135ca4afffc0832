import Foundation
import Synchronization

/// Whether a service was asked to end, as by `systemctl stop`; it then ends what is under way first.
final class StopRequest: Sendable {
    private let asked = Mutex(false)

    var isAsked: Bool { asked.withLock { $0 } }

    func ask() { asked.withLock { $0 = true } }

    /// Waits so long, or until it is asked.
    func wait(_ time: Duration) async {
        let clock = ContinuousClock()
        let end = clock.now + time
        while !isAsked, clock.now < end {
            try? await Task.sleep(for: min(.milliseconds(100), end - clock.now))
        }
    }

    /// Hears the signals by which a service or a person at the terminal asks it; as long as what it returns is held.
    func heard(from signals: [Int32] = [SIGTERM, SIGINT]) -> [any DispatchSourceSignal] {
        signals.map { number in
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { [self] in ask() }
            source.resume()
            return source
        }
    }
}
