import Concerns
import Foundation
import Sealing
import Synchronization
import Testing

@testable import PublicSite

struct ReceiptGateTests {
    @Test func `no more than two are derived at a time, and each gets its own`() async throws {
        let work = Work()
        let gate = ReceiptGate { receipt in
            work.begin(receipt)
            Thread.sleep(forTimeInterval: 0.002)
            defer { work.end() }
            return try Work.derive(receipt)
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in UInt8(1)...30 {
                group.addTask {
                    let receipt = Receipt(random: [0, 0, 0, 0, 0, 0, 0, 0, number])
                    let derived = try await gate.derive(receipt)
                    #expect(try derived.lookup == Work.derive(receipt).lookup)
                }
            }
            try await group.waitForAll()
        }
        #expect(work.most <= ReceiptGate.atOnce)
    }

    @Test(arguments: [false, true])
    func `when all places are taken the next are turned away, and none of those who wait`(waitsLast: Bool) async {
        let work = Work()
        let gate = ReceiptGate(derive: work.held)
        let places = ReceiptGate.atOnce + (waitsLast ? ReceiptGate.mostWaitingLast : ReceiptGate.mostWaiting)
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<places + 10 {
                group.addTask {
                    do { _ = try await gate.derive(Receipt(random: [1]), waitsLast: waitsLast) } catch { return false }
                    return true
                }
            }
            // Nobody is served yet, so the first to be answered are those turned away.
            for _ in 0..<10 { #expect(await group.next() == false) }
            for _ in 0..<places { work.release() }
            for _ in 0..<places { #expect(await group.next() == true) }
        }
    }

    @Test func `who has guessed waits behind all others`() async throws {
        let work = Work()
        let gate = ReceiptGate(derive: work.held)
        try await withThrowingTaskGroup(of: Void.self) { group in
            func send(_ number: UInt8, waitsLast: Bool) {
                group.addTask {
                    _ = try await gate.derive(
                        Receipt(random: [0, 0, 0, 0, 0, 0, 0, 0, number]), waitsLast: waitsLast)
                }
            }
            for number in UInt8(1)...2 { send(number, waitsLast: false) }
            while work.begun.count < 2 { await Task.yield() }
            send(9, waitsLast: true)
            while await gate.waitingLast.isEmpty { await Task.yield() }
            for number in UInt8(3)...5 { send(number, waitsLast: false) }
            while await gate.waiting.count < 3 { await Task.yield() }
            for begun in 3...6 {
                work.release()
                while work.begun.count < begun { await Task.yield() }
            }
            #expect(work.begun.last == 9)
            for _ in 0..<2 { work.release() }
            try await group.waitForAll()
        }
    }

    @Test func `a failure is told, and its place is free again`() async throws {
        let gate = ReceiptGate { _ in throw Failure() }
        for _ in 0..<ReceiptGate.atOnce * 3 {
            await #expect(throws: Failure.self) { try await gate.derive(Receipt(random: [1])) }
        }
    }

    private struct Failure: Error {}

    /// What is derived, and how many at a time.
    private final class Work: Sendable {
        private let state = Mutex((running: 0, most: 0, begun: [UInt8]()))
        private let turns = DispatchSemaphore(value: 0)

        var most: Int { state.withLock { $0.most } }
        /// The last bytes of the receipts, in the order in which they were begun.
        var begun: [UInt8] { state.withLock { $0.begun } }

        func begin(_ receipt: Receipt) {
            state.withLock {
                $0.running += 1
                $0.most = max($0.most, $0.running)
                $0.begun.append(receipt.secret[8])
            }
        }

        func end() { state.withLock { $0.running -= 1 } }

        /// Derives once it has been released.
        var held: @Sendable (Receipt) throws -> DerivedReceipt {
            { receipt in
                self.begin(receipt)
                self.turns.wait()
                defer { self.end() }
                return try Self.derive(receipt)
            }
        }

        func release() { turns.signal() }

        static func derive(_ receipt: Receipt) throws -> DerivedReceipt {
            try ReceiptDeriver(key: Data(repeating: 1, count: 32))
                .derive(receipt, cost: ReceiptCost(rounds: 2, blockSize: 1, parallelism: 1))
        }
    }
}
