internal import HTTPTypes
package import Hummingbird

/// Lets answers to forms leave on a grid of time, so that how long the work took tells a watcher of the line nothing.
///
/// The whole answer is made before the wait. A handler that wants a sender to slow down sets ``slowedBy`` in its answer.
package struct TimeGrid<Context: RequestContext>: RouterMiddleware {
    private let step: Duration?
    private let clock: any Clock<Duration>

    /// - Parameter step: an answer leaves a whole number of these after its request came; nil for no grid.
    package init(step: Duration?, clock: any Clock<Duration> = ContinuousClock()) {
        self.step = step
        self.clock = clock
    }

    package func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        guard request.method == .post else { return try await next(request, context) }
        let (answer, spent) = await Self.timed(by: clock) { try await next(request, context) }
        let extra = (try? answer.get())?.headers[.slowedBy].flatMap { Int($0) } ?? 0
        if let step {
            // Whoever has gone meanwhile is not waited for; what they sent is kept all the same.
            try? await clock.sleep(for: Self.wait(after: spent, step: step) + step * extra)
        }
        var response = try answer.get()
        response.headers[.slowedBy] = nil
        return response
    }

    /// What came of the work, errors too, and how long it took.
    private static func timed<C: Clock<Duration>>(
        by clock: C, _ work: () async throws -> Response
    ) async -> (Result<Response, any Error>, Duration) {
        let start = clock.now
        do {
            let response = try await work()
            return (.success(response), start.duration(to: clock.now))
        } catch {
            return (.failure(error), start.duration(to: clock.now))
        }
    }

    /// How long until the next point of the grid; the first is one whole step after the request came.
    private static func wait(after spent: Duration, step: Duration) -> Duration {
        step * max(1, (spent / step).rounded(.up)) - spent
    }
}

extension HTTPField.Name {
    /// By how many further steps of the grid an answer is slowed; the grid takes it off.
    package static var slowedBy: Self { HTTPField.Name("Earshot-Slowed-By") ?? .age }
}

extension Page {
    /// The same page, some steps of the time grid later.
    package func slowed(by steps: Int) -> Page {
        guard steps > 0 else { return self }
        var page = self
        page.headers[.slowedBy] = "\(steps)"
        return page
    }
}
