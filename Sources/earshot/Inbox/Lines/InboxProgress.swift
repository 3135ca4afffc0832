import Foundation

/// How far the reading of an inbox has come, for a person who waits at a terminal.
struct InboxProgress {
    private static let pause = Duration.milliseconds(200)

    private let clock = ContinuousClock()
    private let start: ContinuousClock.Instant
    private var shown: ContinuousClock.Instant
    /// Nil where it is not known, as of a folder.
    private let bytes: Int?

    init(of paths: [String]) {
        start = clock.now
        shown = start
        var bytes: Int?
        for path in paths {
            guard let state = try? FileState.of(FileName(path), in: AT_FDCWD, followsLink: true), !state.isFolder,
                SourceProblem(kind: state.mode) == nil
            else {
                bytes = nil
                break
            }
            bytes = (bytes ?? 0) + state.size
        }
        self.bytes = bytes
    }

    /// Shows the bar a few times a second; nothing where standard error is no terminal.
    mutating func show(messages: Int, bytesRead: Int) {
        guard isatty(STDERR_FILENO) == 1, clock.now - shown >= Self.pause else { return }
        shown = clock.now
        let says = "\(messages) messages (\(rate(messages)) a second)"
        if let bytes { Console.progress(says, min(bytesRead, bytes - 1), of: bytes) } else { Self.line(says) }
    }

    /// The line at the end; on a terminal the bar makes room for it.
    func end(messages: Int) {
        if isatty(STDERR_FILENO) == 1 { Self.line("") }
        let seconds = String(format: "%.1f", seconds)
        let counted = messages == 1 ? "1 message" : "\(messages) messages"
        Console.say("\(counted) in \(seconds) s (\(rate(messages)) a second)")
    }

    /// In the place of what stands on the terminal's line.
    private static func line(_ text: String) {
        FileHandle.standardError.write(Data("\r\u{1B}[K\(text)".utf8))
    }

    private var seconds: Double { (clock.now - start) / .seconds(1) }

    private func rate(_ messages: Int) -> Int { Int(Double(messages) / max(seconds, 0.001)) }
}
