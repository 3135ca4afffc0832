import Concerns
import Synchronization
import TestSupport
import Testing

@testable import earshot

struct DangerWatchTests {
    private struct Fails: Error {}

    /// A store and a pager that a test sets.
    private final class World: Sendable {
        private let state = Mutex((waiting: Set<ConcernID>?.some([]), calls: 0, failing: 0))

        var calls: Int { state.withLock { $0.calls } }

        /// - Parameter seeds: nil for a store that cannot be read.
        func wait(_ seeds: [UInt64]?) {
            state.withLock { $0.waiting = seeds.map { Set($0.map(ConcernID.init(of:))) } }
        }

        func failCalls(_ times: Int) { state.withLock { $0.failing = times } }

        func waiting() throws -> Set<ConcernID> {
            guard let waiting = state.withLock({ $0.waiting }) else { throw Fails() }
            return waiting
        }

        func call() throws {
            let fails = state.withLock { state in
                state.calls += 1
                state.failing -= 1
                return state.failing >= 0
            }
            if fails { throw Fails() }
        }
    }

    private let world = World()
    private let watch: DangerWatch
    private let onCall: OnCall

    init() {
        let world = world
        watch = DangerWatch { try world.waiting() }
        onCall = OnCall(sleep: { _ in }, call: watch.remembering { try world.call() }, onFailure: { _ in })
    }

    private func lookAndSettle() async throws {
        try await watch.look(onCall)
        _ = await onCall.settled()
    }

    @Test func `danger that waited at the start is called for, once`() async throws {
        world.wait([1, 2])
        for _ in 0..<3 { try await lookAndSettle() }
        #expect(world.calls == 1)
    }

    @Test func `with no danger waiting nobody is called`() async throws {
        try await lookAndSettle()
        #expect(world.calls == 0)
    }

    @Test func `danger that another command kept is called for, also where as much was decided`() async throws {
        world.wait([1, 2])
        try await lookAndSettle()
        world.wait([2, 3])
        try await lookAndSettle()
        #expect(world.calls == 2)
        world.wait([3])
        try await lookAndSettle()
        #expect(world.calls == 2)
    }

    @Test func `danger that was called for when it came is not called for again`() async throws {
        world.wait([1])
        onCall.ring()
        _ = await onCall.settled()
        try await lookAndSettle()
        #expect(world.calls == 1)
    }

    @Test func `only a call that went out counts`() async throws {
        world.wait([1])
        world.failCalls(9)
        try await lookAndSettle()
        #expect(world.calls == 10)
        try await lookAndSettle()
        #expect(world.calls == 10)
    }

    @Test func `a store that cannot be read keeps no call back, and the next look calls again`() async throws {
        world.wait(nil)
        onCall.ring()
        _ = await onCall.settled()
        #expect(world.calls == 1)
        await #expect(throws: Fails.self) { try await watch.look(onCall) }
        world.wait([1])
        try await lookAndSettle()
        #expect(world.calls == 2)
    }
}
