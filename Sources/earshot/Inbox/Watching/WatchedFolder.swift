import Concerns
import Foundation

/// A folder that mail or letters are put into: a drop folder, or a Maildir by its `new/`.
///
/// Folders in it that are named by a council's GSS code are such folders too, for what is about that council.
struct WatchedFolder {
    private let path: String
    private let isAuthority: (GSSCode) -> Bool

    /// - Throws: ``CommandFailure`` when there is no such folder or it may not be written in.
    init(_ path: String, isAuthority: @escaping (GSSCode) -> Bool) throws(CommandFailure) {
        let trimmed = path.hasSuffix("/") && path.count > 1 ? String(path.dropLast()) : path
        guard (try? FileState.of(FileName(trimmed), in: AT_FDCWD, followsLink: true))?.isFolder == true else {
            throw .unusable("There is no folder “\(path)” to watch. Make it, or name another.")
        }
        guard access(trimmed, R_OK | W_OK | X_OK) == 0 else {
            throw .inputOutput("“\(path)” cannot be watched. Check that you may read there and write in it.")
        }
        self.path = trimmed
        self.isAuthority = isAuthority
    }

    /// Where files are to be looked for now.
    ///
    /// - Throws: ``SourceProblem`` when the folder cannot be read, ``CommandFailure`` when no shelf can be made.
    func places() throws -> [WatchedFiles.Place] {
        let names = try FolderNames(of: FileName(path), in: AT_FDCWD, isNamed: true)
        let whole = URL(filePath: path).standardizedFileURL.path
        let own = whole.split(separator: "/").reversed().lazy.compactMap { authority(of: String($0)) }.first
        var places = [try Self.place(path, names, authority: own)]
        while let name = names.next() {
            // Nine bytes: no other name is looked at twice.
            guard name.bytes.count == 9, let authority = authority(of: name.shown), names.hasFolder(name.shown) else {
                continue
            }
            let inside = try FolderNames(of: name, in: names.descriptor, isNamed: false)
            places.append(try Self.place("\(path)/\(name.shown)", inside, authority: authority))
        }
        return places
    }

    private func authority(of name: String) -> GSSCode? {
        (try? GSSCode(name.uppercased())).flatMap { isAuthority($0) ? $0 : nil }
    }

    private static func place(
        _ path: String, _ names: FolderNames, authority: GSSCode?
    ) throws(CommandFailure) -> WatchedFiles.Place {
        let isMaildir = names.hasFolder("new")
        return WatchedFiles.Place(
            folder: isMaildir ? "\(path)/new" : path, shelves: try Shelves(in: path), isMaildir: isMaildir,
            authority: authority)
    }
}
