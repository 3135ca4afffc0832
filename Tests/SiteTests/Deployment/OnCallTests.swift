import Foundation
import Synchronization
import Testing

@testable import earshot

struct OnCallTests {
    private struct Fails: Error {}

    @Test func `asking does not wait for the call`() async {
        let (gate, opened) = AsyncStream.makeStream(of: Void.self)
        let calls = Count()
        let onCall = OnCall(
            call: {
                for await _ in gate {}
                calls.add()
            }, onFailure: { _ in })
        onCall.ring()
        #expect(calls.value == 0)
        opened.finish()
        _ = await onCall.settled()
        #expect(calls.value == 1)
    }

    @Test func `danger that comes while a call is under way makes one more, however much comes`() async {
        let (begun, begins) = AsyncStream.makeStream(of: Void.self)
        let (gate, opened) = AsyncStream.makeStream(of: Void.self)
        let calls = Count()
        let onCall = OnCall(
            call: {
                calls.add()
                begins.yield()
                for await _ in gate {}
            }, onFailure: { _ in })
        onCall.ring()
        for await _ in begun { break }
        for _ in 0..<1_000 { onCall.ring() }
        opened.finish()
        _ = await onCall.settled()
        #expect(calls.value == 2)
    }

    @Test func `after a call has ended the next danger calls again`() async {
        let calls = Count()
        let onCall = OnCall(call: { calls.add() }, onFailure: { _ in })
        for expected in 1...3 {
            onCall.ring()
            _ = await onCall.settled()
            #expect(calls.value == expected)
        }
    }

    /// A call that fails so many times, and what passed before each further try.
    private static func call(
        _ pauses: OnCallPauses, failing: Int
    ) async -> (tries: Int, told: Int, pauses: [Duration], isCalled: Bool) {
        let (calls, failures) = (Count(), Count())
        let slept = Mutex<[Duration]>([])
        let onCall = OnCall(
            pauses: pauses, sleep: { pause in slept.withLock { $0.append(pause) } },
            call: { if calls.add() <= failing { throw Fails() } }, onFailure: { _ in failures.add() })
        onCall.ring()
        let isCalled = await onCall.settled()
        return (calls.value, failures.value, slept.withLock { $0 }, isCalled)
    }

    @Test(arguments: [(0, 1, 0, true), (1, 2, 1, true), (2, 3, 1, true), (3, 3, 1, false), (9, 3, 1, false)])
    func `a command gives up after three tries, and knows`(failing: Int, tries: Int, told: Int, isCalled: Bool) async {
        let outcome = await Self.call(.threeTries, failing: failing)
        #expect(outcome.tries == tries && outcome.told == told && outcome.isCalled == isCalled)
        #expect(outcome.pauses == Array([.seconds(5), .seconds(15)].prefix(failing)))
    }

    @Test func `the service tries till someone is called, after 5 and 15 seconds and then each minute`() async {
        let outcome = await Self.call(.untilCalled, failing: 1_000)
        #expect(outcome.tries == 1_001 && outcome.isCalled)
        #expect(outcome.pauses.prefix(2) == [.seconds(5), .seconds(15)])
        #expect(outcome.pauses.dropFirst(2).allSatisfy { $0 == .seconds(60) })
    }

    @Test(arguments: [(1, 1), (62, 1), (63, 2), (122, 2), (123, 3)])
    func `a failure that lasts is told of at once and then once an hour`(failing: Int, told: Int) async {
        #expect(await Self.call(.untilCalled, failing: failing).told == told)
    }

    @Test func `danger that comes while a failed call waits for its next try is told by that try`() async {
        let calls = Count()
        let (pauses, paused) = AsyncStream.makeStream(of: Void.self)
        let (gate, opened) = AsyncStream.makeStream(of: Void.self)
        let onCall = OnCall(
            sleep: { _ in
                paused.yield()
                for await _ in gate {}
            },
            call: { if calls.add() == 1 { throw Fails() } }, onFailure: { _ in })
        onCall.ring()
        for await _ in pauses { break }
        onCall.ring()
        #expect(onCall.isUnderWay)
        opened.finish()
        _ = await onCall.settled()
        #expect(calls.value == 2 && !onCall.isUnderWay)
    }
}

struct OnCallCommandTests {
    private let output = FileManager.default.temporaryDirectory.appending(path: "earshot-\(UUID().uuidString)")

    private func text() throws -> String { try String(contentsOf: output, encoding: .utf8) }

    @Test func `the command reads one fixed line and nothing more`() async throws {
        try await OnCallCommand("cat > '\(output.path)'").run()
        #expect(try text() == "a danger message waits\n")
    }

    @Test func `its environment tells nothing but where programs are and what was set for it`() async throws {
        let environment = [
            "PATH": "/usr/bin:/bin", "HOME": "/", "LANG": "C.UTF-8", "EARSHOT_ONCALL_NUMBER": "7",
            "EARSHOT_RECOVERY_WORDS": "secret", "EARSHOT_DATA": "here", "OTHER": "x",
        ]
        try await OnCallCommand("env > '\(output.path)'", environment: environment).run()
        let names = try text().split(separator: "\n").compactMap { $0.split(separator: "=").first.map(String.init) }
        // The shell adds the last three itself.
        let known = ["PATH", "HOME", "LANG", "EARSHOT_ONCALL_NUMBER", "PWD", "SHLVL", "_", "OLDPWD"]
        #expect(Set(names).isSuperset(of: known.prefix(4)) && Set(names).isSubset(of: known))
    }

    @Test func `a command that does not read its line does no harm`() async throws {
        for _ in 0..<20 { try await OnCallCommand("true").run() }
    }

    @Test(arguments: [("exit 3", 3), ("no-such-program-anywhere", 127)])
    func `a command that ends with anything but 0 has failed`(command: String, status: Int32) async {
        await #expect(throws: OnCallFailed.ended(status: status)) { try await OnCallCommand(command).run() }
    }

    @Test(.timeLimit(.minutes(1)))
    func `a command that takes too long is ended, with what it started`() async throws {
        let command = "sleep 1000 & echo $! > '\(output.path)'; sleep 1000"
        await #expect(throws: OnCallFailed.tookTooLong) {
            try await OnCallCommand(command, limit: .seconds(2)).run()
        }
        let started = try #require(Int32(try text().split(separator: "\n")[0]))
        while Self.isRunning(started) { try await Task.sleep(for: .milliseconds(50)) }
    }

    /// Whether there is such a process and it has not ended; what has ended may stand there until it is collected.
    private static func isRunning(_ process: Int32) -> Bool {
        guard let text = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8) else { return false }
        return text.split(separator: ")").last?.hasPrefix(" Z") == false
    }
}

/// How often something happened.
private final class Count: Sendable {
    private let counted = Mutex(0)

    var value: Int { counted.withLock { $0 } }

    /// - Returns: how often it was now.
    @discardableResult func add() -> Int {
        counted.withLock { counted in
            counted += 1
            return counted
        }
    }
}
