import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Pages
import Synchronization
import Testing

struct TimeGridTests {
    private let clock = HandClock()

    @Test(arguments: [(0, 500), (1, 500), (499, 500), (500, 500), (501, 1_000), (1_200, 1_500), (60_000, 60_000)])
    func `an answer to a form leaves at the next point of the grid`(work: Int, leaves: Int) async throws {
        let router = router(step: .milliseconds(500)) { clock.pass(.milliseconds(work)) }
        let response = try await answer(router, .post)
        #expect(response.status == .ok)
        #expect(clock.passed == .milliseconds(leaves))
    }

    @Test func `a handler can let an answer leave later, and nobody is told`() async throws {
        let router = router(step: .milliseconds(500), slowedBy: 4) { clock.pass(.milliseconds(20)) }
        let response = try await answer(router, .post)
        #expect(clock.passed == .milliseconds(2_500))
        #expect(!response.headers.contains(.slowedBy))
    }

    @Test func `errors keep to the grid as well`() async throws {
        let router = router(step: .milliseconds(500)) {
            clock.pass(.milliseconds(3))
            throw HTTPError(.serviceUnavailable)
        }
        #expect(try await answer(router, .post).status == .serviceUnavailable)
        #expect(clock.passed == .milliseconds(500))
    }

    @Test func `pages that are only read do not wait`() async throws {
        let router = router(step: .milliseconds(500)) { clock.pass(.milliseconds(3)) }
        #expect(try await answer(router, .get).status == .ok)
        #expect(clock.passed == .milliseconds(3))
    }

    @Test func `without a step nothing waits, and nobody is told either`() async throws {
        let router = router(step: nil, slowedBy: 4) { clock.pass(.milliseconds(3)) }
        let response = try await answer(router, .post)
        #expect(clock.passed == .milliseconds(3))
        #expect(!response.headers.contains(.slowedBy))
    }

    @Test func `a wait that is cut short still ends in the answer`() async throws {
        let clock = HandClock(isCutShort: true)
        let router = Router()
        router.add(middleware: TimeGrid(step: .milliseconds(500), clock: clock))
        router.post("form") { _, _ in Page(html: "kept") }
        let response = try await answer(router, .post)
        #expect(String(buffer: response.body) == "kept")
    }

    private func router(
        step: Duration?, slowedBy steps: Int = 0, _ work: @escaping @Sendable () throws -> Void
    ) -> Router<BasicRequestContext> {
        let router = Router()
        router.add(middleware: TimeGrid(step: step, clock: clock))
        for method in [HTTPRequest.Method.get, .post] {
            router.on("form", method: method) { _, _ in
                try work()
                return Page(html: "kept").slowed(by: steps)
            }
        }
        return router
    }

    private func answer(
        _ router: Router<BasicRequestContext>, _ method: HTTPRequest.Method
    ) async throws -> TestResponse {
        try await Application(router: router).test(.router) { client in
            try await client.execute(uri: "/form", method: method)
        }
    }
}

/// A clock that stands still until it is moved; who sleeps moves it.
private final class HandClock: Clock, Sendable {
    struct Instant: InstantProtocol {
        let offset: Duration
        func advanced(by duration: Duration) -> Self { Instant(offset: offset + duration) }
        func duration(to other: Self) -> Duration { other.offset - offset }
        static func < (one: Self, other: Self) -> Bool { one.offset < other.offset }
    }

    private let offset = Mutex(Duration.zero)
    private let isCutShort: Bool

    init(isCutShort: Bool = false) { self.isCutShort = isCutShort }

    var passed: Duration { offset.withLock { $0 } }
    var now: Instant { Instant(offset: passed) }
    var minimumResolution: Duration { .zero }

    func pass(_ duration: Duration) { offset.withLock { $0 += duration } }

    func sleep(until deadline: Instant, tolerance: Duration?) async throws {
        if isCutShort { throw CancellationError() }
        offset.withLock { $0 = max($0, deadline.offset) }
    }
}
