import Synchronization
import TestSupport
import Testing

@testable import earshot

struct InOrderTests {
    private struct Broken: Error {}

    @Test func `whatever takes longer, all come in their order`() async throws {
        var numbers = (0..<200).makeIterator()
        var finished: [Int] = []
        try await InOrder.run(
            tasks: 4, mostBytes: 1_000, next: { numbers.next().map { ($0, 10) } },
            prepare: { number in
                var generator = Seeded(UInt64(number))
                for _ in 0..<Int.random(in: 0...2_000, using: &generator) { _ = generator.next() }
                return number
            }, finish: { finished.append($0) })
        #expect(finished == Array(0..<200))
    }

    @Test func `no more bytes are under way than are allowed, but for a single greater one`() async throws {
        let underWay = Mutex(0)
        let most = Mutex(0)
        var sizes = [5, 60, 60, 200, 60, 5, 5].makeIterator()
        try await InOrder.run(
            tasks: 4, mostBytes: 100,
            next: {
                sizes.next().map { size in
                    let now = underWay.withLock {
                        $0 += size; return $0
                    }
                    most.withLock { $0 = max($0, now - size) }
                    return (size, size)
                }
            },
            prepare: { $0 }, finish: { size in underWay.withLock { $0 -= size } })
        // What was just read, and waits to be handed over, is not counted.
        #expect(most.withLock { $0 } <= 200)
        #expect(underWay.withLock { $0 } == 0)
    }

    @Test func `after the first failure nothing is handed on`() async {
        var numbers = (0..<50).makeIterator()
        var finished: [Int] = []
        await #expect(throws: Broken.self) {
            try await InOrder.run(
                tasks: 2, mostBytes: 1_000, next: { numbers.next().map { ($0, 1) } },
                prepare: { if $0 == 7 { throw Broken() } else { $0 } }, finish: { finished.append($0) })
        }
        #expect(finished == Array(0..<7))
    }
}
