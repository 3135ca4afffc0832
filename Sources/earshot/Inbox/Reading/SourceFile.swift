import Foundation

/// An open file or standard input; what it holds passes through a buffer, and nothing of it is kept.
final class SourceFile {
    /// 64 pages: reading in greater pieces is no faster.
    static let chunkByteCount = 256 << 10

    private let descriptor: Int32
    /// When it was opened; nil for standard input.
    let before: FileState?
    private var left: Int

    /// Standard input, whatever stands behind it.
    static var standardInput: SourceFile { SourceFile(descriptor: STDIN_FILENO, state: nil) }

    /// Opens a file without waiting for anybody and without moving anything: a pipe or a tape is only looked at.
    ///
    /// - Parameters:
    ///   - folder: what a name that is no whole path begins in; `AT_FDCWD` for the working folder.
    ///   - isNamed: whether a person named it, and then it may be a link to a file.
    static func open(_ name: FileName, in folder: Int32, isNamed: Bool) throws(SourceProblem) -> SourceFile {
        let looked = try FileState.of(name, in: folder, followsLink: isNamed)
        if let problem = SourceProblem(kind: looked.mode) { throw problem }
        let flags = O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY | (isNamed ? 0 : O_NOFOLLOW)
        let descriptor = name.withCString { openat(folder, $0, flags) }
        guard descriptor >= 0 else { throw SourceProblem(errno) }
        // Asked again of what is open now: between the two it may have become something else.
        guard let state = FileState(of: descriptor) else {
            close(descriptor)
            throw .failed(errno)
        }
        if let problem = SourceProblem(kind: state.mode) {
            close(descriptor)
            throw problem
        }
        return SourceFile(descriptor: descriptor, state: state)
    }

    private init(descriptor: Int32, state: FileState?) {
        self.descriptor = descriptor
        before = state
        left = state?.size ?? .max
    }

    deinit { if before != nil { close(descriptor) } }

    var identity: FileIdentity? { before?.identity }

    /// Whether it is another now than when it was opened; standard input never is.
    var hasChanged: Bool {
        guard let before else { return false }
        return FileState(of: descriptor) != before
    }

    /// Whether somebody has it open to write.
    ///
    /// - Returns: nil where the system does not tell.
    var isBeingWritten: Bool? { Self.isBeingWritten(descriptor) }

    /// Whether somebody has a file open to write: a lease to read is given only where nobody has.
    ///
    /// It is given back at once (Linux, fcntl(2), F_SETLEASE). Whoever opens the file in between makes the system send SIGIO, which the commands that ask do not hear.
    ///
    /// - Returns: nil where the system does not tell: on files of other owners, and where files come over a network.
    static func isBeingWritten(_ descriptor: Int32) -> Bool? {
        signal(SIGIO, SIG_IGN)
        if fcntl(descriptor, setLease, Int32(F_RDLCK)) == 0 {
            _ = fcntl(descriptor, setLease, Int32(F_UNLCK))
            return false
        }
        return errno == EAGAIN ? true : nil
    }

    /// `F_SETLEASE`, which the headers give only to GNU programs.
    private static let setLease: Int32 = 1024

    /// Fills the buffer from its start.
    ///
    /// A file is read as far as it went when it was opened, so that one that grows for ever comes to an end.
    ///
    /// - Returns: how many bytes; 0 at the end.
    func read(into buffer: inout [UInt8]) throws(SourceProblem) -> Int {
        let most = min(buffer.count, left)
        guard most > 0 else { return 0 }
        while true {
            let count = buffer.withUnsafeMutableBytes { Foundation.read(descriptor, $0.baseAddress, most) }
            if count >= 0 {
                left -= count
                return count
            }
            let code = errno
            guard code == EINTR || code == EAGAIN else { throw .failed(code) }
            // Whoever started us may have left standard input in a mode that does not wait.
            var wanted = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            _ = poll(&wanted, 1, -1)
        }
    }
}

/// Tells a file from every other on this machine.
struct FileIdentity: Hashable, Sendable {
    let device: UInt
    let number: UInt
}

/// What the system says of a file that changes when somebody writes to it.
struct FileState: Equatable, Sendable {
    let identity: FileIdentity
    let mode: mode_t
    let size: Int
    let changedSeconds: Int
    let changedNanoseconds: Int

    private init(_ status: stat) {
        identity = FileIdentity(device: UInt(status.st_dev), number: UInt(status.st_ino))
        mode = status.st_mode
        size = Int(status.st_size)
        changedSeconds = status.st_mtim.tv_sec
        changedNanoseconds = status.st_mtim.tv_nsec
    }

    /// Of what is open; nil where the system does not say.
    init?(of descriptor: Int32) {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return nil }
        self.init(status)
    }

    /// - Throws: ``SourceProblem`` where there is nothing of this name or it may not be looked at.
    static func of(_ name: FileName, in folder: Int32, followsLink: Bool) throws(SourceProblem) -> FileState {
        var status = stat()
        let flags = followsLink ? 0 : AT_SYMLINK_NOFOLLOW
        guard name.withCString({ fstatat(folder, $0, &status, flags) }) == 0 else { throw SourceProblem(errno) }
        return FileState(status)
    }

    var isFolder: Bool { mode & S_IFMT == S_IFDIR }
}
