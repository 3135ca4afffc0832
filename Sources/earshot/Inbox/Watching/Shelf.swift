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

    /// Moves a file, under a number where its name is taken; a file that is gone was moved by somebody else.
    ///
    /// - Throws: ``CommandFailure`` when it cannot be moved: it will be read again, and nothing of it taken twice.
    func put(_ name: FileName, from folder: String, on shelf: Shelf) throws(CommandFailure) {
        let from = Self.path(folder, name)
        for number in 0..<Self.mostOfOneName {
            let to = Self.path("\(path)/\(shelf.rawValue)", Self.numbered(name, number))
            let isTaken = (try? FileState.of(to, in: AT_FDCWD, followsLink: false)) != nil
            if isTaken { continue }
            let status = from.withCString { from in to.withCString { rename(from, $0) } }
            if status == 0 || errno == ENOENT { return }
            throw Self.cannotMove
        }
        throw Self.cannotMove
    }

    /// Deletes a file that was taken.
    ///
    /// - Throws: as ``put(_:from:on:)``.
    func forget(_ name: FileName, from folder: String) throws(CommandFailure) {
        let status = Self.path(folder, name).withCString { unlink($0) }
        if status != 0, errno != ENOENT { throw Self.cannotMove }
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
