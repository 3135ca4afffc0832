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
        await onCall.settled()
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
        await onCall.settled()
        #expect(calls.value == 2)
    }

    @Test func `after a call has ended the next danger calls again`() async {
        let calls = Count()
        let onCall = OnCall(call: { calls.add() }, onFailure: { _ in })
        for expected in 1...3 {
            onCall.ring()
            await onCall.settled()
            #expect(calls.value == expected)
        }
    }

    @Test(arguments: [(0, 1, 0), (1, 2, 0), (2, 3, 0), (3, 3, 1), (9, 3, 1)])
    func `a call that fails is tried again twice, then told once`(failing: Int, tries: Int, told: Int) async {
        let (calls, failures) = (Count(), Count())
        let onCall = OnCall(
            pauses: [.zero, .zero],
            call: { if calls.add() <= failing { throw Fails() } }, onFailure: { _ in failures.add() })
        onCall.ring()
        await onCall.settled()
        #expect(calls.value == tries && failures.value == told)
    }

    @Test func `there are two further tries with seconds between`() {
        #expect(OnCall.pauses.count == 2)
        #expect(OnCall.pauses.allSatisfy { (.seconds(1)...Duration.seconds(30)).contains($0) })
    }

    @Test func `without a command nobody is called`() {
        #expect(OnCall(command: nil, onFailure: { _ in }) == nil)
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
