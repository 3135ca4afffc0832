import Foundation

/// Lines for a file or for standard output, written many at once.
final class LineOutput {
    static let mostHeld = 256 << 10

    private let descriptor: Int32
    /// Nil for standard output.
    private let path: String?
    private var held: [UInt8] = []
    /// Whether whoever read the lines has gone; what is written then goes nowhere.
    private(set) var isClosed = false

    /// Standard output; a reader that goes early, such as `head`, is no fault and must not end us by a signal.
    static func standardOutput() -> LineOutput {
        signal(SIGPIPE, SIG_IGN)
        return LineOutput(descriptor: STDOUT_FILENO, path: nil)
    }

    /// Makes a file for its owner's eyes, or empties the one that is there.
    ///
    /// - Throws: ``CommandFailure`` in one line when it cannot be written.
    init(path: String) throws(CommandFailure) {
        let flags = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC
        descriptor = FileName(path).withCString { open($0, flags, 0o600) }
        self.path = path
        guard descriptor >= 0 else {
            throw .inputOutput("“\(path)” cannot be written. Nothing was imported. Check that you may write there.")
        }
        // One that was there may be open to others; a device such as /dev/null must stay so.
        if identity != nil { fchmod(descriptor, 0o600) }
    }

    private init(descriptor: Int32, path: String?) {
        self.descriptor = descriptor
        self.path = path
    }

    deinit { if path != nil { close(descriptor) } }

    /// What is written to, where that is a file: it must not be read as mail while it grows.
    var identity: FileIdentity? {
        guard let state = FileState(of: descriptor), SourceProblem(kind: state.mode) == nil else { return nil }
        return state.identity
    }

    /// - Throws: as ``flush()``.
    func write(_ lines: [UInt8]) throws(CommandFailure) {
        guard !isClosed else { return }
        held += lines
        if held.count >= Self.mostHeld { try flush() }
    }

    /// Hands all on to the system.
    ///
    /// - Throws: ``CommandFailure`` when the disk is full or writing fails.
    func flush() throws(CommandFailure) {
        var done = 0
        while done < held.count, !isClosed {
            let count = held.withUnsafeBytes {
                Foundation.write(descriptor, $0.baseAddress.map { $0 + done }, $0.count - done)
            }
            if count >= 0 {
                done += count
            } else if errno == EPIPE {
                isClosed = true
            } else if errno == EAGAIN {
                var wanted = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                _ = poll(&wanted, 1, -1)
            } else if errno != EINTR {
                throw .inputOutput(
                    "\(path.map { "“\($0)”" } ?? "Standard output") cannot be written. Make room, then run it again: "
                        + "what was imported is not taken twice.")
            }
        }
        held.removeAll(keepingCapacity: true)
    }
}
