import Foundation

/// The command of `EARSHOT_ONCALL_COMMAND`: given to the shell with one fixed line on its standard input.
///
/// It learns that a danger message waits and nothing else: no words, council, number or time. Its environment holds only
/// ``environment``, since ours may hold the recovery words.
struct OnCallCommand: Sendable {
    static let line = "a danger message waits\n"

    let command: String
    /// `PATH`, `HOME`, `LANG` and what begins with `EARSHOT_ONCALL_`.
    let environment: [String: String]
    private let limit: Duration

    /// - Parameter limit: a run that takes longer is ended, with all that it started.
    init(
        _ command: String, environment: [String: String] = ProcessInfo.processInfo.environment,
        limit: Duration = .seconds(60)
    ) {
        self.command = command
        self.environment = environment.filter { name, _ in
            ["PATH", "HOME", "LANG"].contains(name) || name.hasPrefix("EARSHOT_ONCALL_")
        }
        self.limit = limit
    }

    /// Runs it to its end.
    ///
    /// - Throws: ``OnCallFailed``, or Foundation's error where there is no shell or no room for another program.
    func run() async throws {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", command]
        process.environment = environment
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        let input = Pipe()
        // Before it starts, while both ends are ours: a command that does not read would end us by SIGPIPE.
        try input.fileHandleForWriting.write(contentsOf: Data(Self.line.utf8))
        try input.fileHandleForWriting.close()
        process.standardInput = input.fileHandleForReading

        let (ends, end) = AsyncStream.makeStream(of: OnCallFailed?.self)
        process.terminationHandler = { ended in
            let isDone = ended.terminationReason == .exit && ended.terminationStatus == 0
            end.yield(isDone ? nil : .ended(status: ended.terminationStatus))
        }
        try process.run()
        try input.fileHandleForReading.close()
        let watch = Task {
            try await Task.sleep(for: limit)
            end.yield(.tookTooLong)
        }
        defer { watch.cancel() }
        for await failure in ends {
            // The whole group, as Foundation gives each process its own: what the shell started must end too.
            if failure == .tookTooLong { kill(-process.processIdentifier, SIGKILL) }
            if let failure { throw failure }
            return
        }
    }
}

/// Why a call did not go out.
enum OnCallFailed: Error, Equatable, CustomStringConvertible {
    case ended(status: Int32)
    case tookTooLong

    var description: String {
        switch self {
        case .ended(let status): "The on-call command ended with status \(status). Try it by hand; it must end with 0."
        case .tookTooLong: "The on-call command took too long and was ended. Let it hand the call on and end."
        }
    }
}
