import Foundation

/// Where a watched file goes once all that it held is on disk.
enum Shelf: String, CaseIterable, Sendable {
    case done, quarantine, rejected
}

/// The three folders beside a folder that is watched.
struct Shelves {
    /// So many files of one name find room.
    private static let mostOfOneName = 10_000

    private let path: String

    /// Makes those that are missing, for their owner alone: what lies there is mail in the clear.
    ///
    /// - Parameter path: the folder that they stand in.
    /// - Throws: ``CommandFailure`` when that cannot be done.
    init(in path: String) throws(CommandFailure) {
        self.path = path
        for shelf in Shelf.allCases {
            let folder = FileName("\(path)/\(shelf.rawValue)")
            guard folder.withCString({ mkdir($0, 0o700) }) == 0 || errno == EEXIST,
                (try? FileState.of(folder, in: AT_FDCWD, followsLink: false))?.isFolder == true
            else {
                throw .inputOutput(
                    "The folder \(shelf.rawValue)/ cannot be made beside what is watched. Check that you may write there, "
                        + "and that nothing else has this name.")
            }
        }
    }

    /// Moves a file that was read, under a number where its name is taken.
    ///
    /// Mail programs write a file anew under the name of the old one. What stands there now need not be what was read, so
    /// it is looked at before it moves and again after; what nobody has read, or somebody still writes, goes back and is read
    /// in the next round.
    ///
    /// - Parameter state: of what was read; nil for what could not be opened.
    /// - Returns: the file's new name; nil where it is gone, because somebody else moved it, or was written to.
    /// - Throws: ``CommandFailure`` when it cannot be moved: it will be read again, and nothing of it taken twice.
    @discardableResult
    func put(
        _ name: FileName, from folder: String, on shelf: Shelf, as state: FileState?
    ) throws(CommandFailure) -> FileName? {
        let from = Self.path(folder, name)
        guard Self.isStill(from, state) else { return nil }
        let to = try Self.free(name, in: "\(path)/\(shelf.rawValue)")
        guard from.withCString({ from in to.withCString { rename(from, $0) } }) == 0 else {
            if errno == ENOENT { return nil }
            throw Self.cannotMove
        }
        // Nobody can open it by its old name any more, so what is true now stays true.
        if Self.isStill(to, state), !(state != nil && Self.isBeingWritten(to)) { return to }
        let back = try Self.free(name, in: folder)
        guard to.withCString({ to in back.withCString { rename(to, $0) } }) == 0 else { throw Self.cannotMove }
        return nil
    }

    /// Deletes a file that was taken.
    ///
    /// - Throws: as ``put(_:from:on:as:)``.
    func forget(_ name: FileName, from folder: String, as state: FileState?) throws(CommandFailure) {
        guard let moved = try put(name, from: folder, on: .done, as: state) else { return }
        if moved.withCString({ unlink($0) }) != 0, errno != ENOENT { throw Self.cannotMove }
    }

    private static func isStill(_ path: FileName, _ state: FileState?) -> Bool {
        guard let state else { return true }
        return (try? FileState.of(path, in: AT_FDCWD, followsLink: false)) == state
    }

    private static func isBeingWritten(_ path: FileName) -> Bool {
        let descriptor = path.withCString { open($0, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC) }
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        return SourceFile.isBeingWritten(descriptor) == true
    }

    /// A path in the folder that nothing has yet.
    private static func free(_ name: FileName, in folder: String) throws(CommandFailure) -> FileName {
        for number in 0..<mostOfOneName {
            let path = path(folder, numbered(name, number))
            if (try? FileState.of(path, in: AT_FDCWD, followsLink: false)) == nil { return path }
        }
        throw cannotMove
    }

    /// Sees to it that a power cut does not undo what was moved; without it nothing is lost, but files come back.
    func settle(_ folder: String) {
        for path in [folder] + Shelf.allCases.map({ "\(path)/\($0.rawValue)" }) {
            let descriptor = FileName(path).withCString { open($0, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
            guard descriptor >= 0 else { continue }
            fsync(descriptor)
            close(descriptor)
        }
    }

    private static var cannotMove: CommandFailure {
        .inputOutput("A file cannot be moved out of what is watched. Check that you may write there, and make room.")
    }

    private static func path(_ folder: String, _ name: FileName) -> FileName {
        FileName(bytes: Array(folder.utf8) + [UInt8(ascii: "/")] + name.bytes)
    }

    /// No name may be longer than 255 bytes.
    private static func numbered(_ name: FileName, _ number: Int) -> FileName {
        number == 0 ? name : FileName(bytes: name.bytes.prefix(240) + Array(".\(number)".utf8))
    }
}
