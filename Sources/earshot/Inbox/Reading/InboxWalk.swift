import Concerns
import Foundation

/// Goes through what was named on the command line, file by file: paths in their order, a folder's files in the order of
/// their names, all of one folder before the next.
///
/// Hidden names are passed over. Of a Maildir `cur` and `new` are read and never `tmp`, where mail is not whole yet.
struct InboxWalk {
    /// Deeper ones are told of and not gone into: each folder that is open takes a descriptor.
    static let mostFolders = 64

    private struct Folder {
        let names: FolderNames
        /// As it is told of.
        let path: String
        let authority: GSSCode?
        let mailFolders: Set<String>

        init(_ names: FolderNames, path: String, authority: GSSCode?) {
            self.names = names
            self.path = path
            self.authority = authority
            mailFolders = Set(["cur", "new"].filter(names.hasFolder))
        }

        /// Beside its mail a Maildir holds lists and counts of the mail server's own.
        func passesOver(_ name: FileName) -> Bool {
            switch mailFolders.count {
            case 0: false
            case 1: name.shown == "tmp"
            default: !mailFolders.contains(name.shown)
            }
        }
    }

    private var paths: ArraySlice<String>
    /// From the one that was named down to the one that is read.
    private var folders: [Folder] = []
    private var hasFolderGiven = false
    private var number = 0
    private let written: Set<FileIdentity>
    private let isAuthority: (GSSCode) -> Bool

    /// - Parameters:
    ///   - written: files that we write ourselves, and which may lie in a folder that is read.
    ///   - isAuthority: whether a folder of this name says which council its mail is about.
    init(
        _ paths: [String], butNot written: Set<FileIdentity> = [],
        isAuthority: @escaping (GSSCode) -> Bool = { _ in false }
    ) {
        self.paths = paths[...]
        self.written = written
        self.isAuthority = isAuthority
    }

    /// - Returns: nil after the last; before that each path has given at least one answer.
    mutating func next() -> FoundSource? {
        while true {
            if let folder = folders.last {
                if let name = folder.names.next() {
                    guard !folder.passesOver(name), let found = look(at: name, in: folder) else { continue }
                    hasFolderGiven = true
                    return found
                }
                folders.removeLast()
                if folders.isEmpty, !hasFolderGiven { return refused(folder.path, .empty) }
            } else if let path = paths.popFirst() {
                hasFolderGiven = false
                if let found = look(atNamed: path) { return found }
            } else {
                return nil
            }
        }
    }

    private mutating func look(atNamed path: String) -> FoundSource? {
        if path == "-" { return .file(.standardInput, source(path)) }
        let name = FileName(path)
        let steps = path.split(separator: "/").map(String.init)
        do throws(SourceProblem) {
            let file = try SourceFile.open(name, in: AT_FDCWD, isNamed: true)
            return .file(file, source(path, authority: authority(of: steps.dropLast())))
        } catch .folder {
            let trimmed = path.hasSuffix("/") && path.count > 1 ? String(path.dropLast()) : path
            return enter(name, in: AT_FDCWD, path: trimmed, authority: authority(of: steps))
        } catch {
            return refused(path, error)
        }
    }

    private mutating func look(at name: FileName, in folder: Folder) -> FoundSource? {
        let path = folder.path == "/" ? "/\(name.shown)" : "\(folder.path)/\(name.shown)"
        do throws(SourceProblem) {
            let file = try SourceFile.open(name, in: folder.names.descriptor, isNamed: false)
            if let identity = file.identity, written.contains(identity) { return nil }
            return .file(file, source(path, authority: folder.authority))
        } catch .folder {
            guard folders.count < Self.mostFolders else { return refused(path, .tooDeep) }
            return enter(
                name, in: folder.names.descriptor, path: path,
                authority: authority(of: [name.shown]) ?? folder.authority)
        } catch {
            // Mail that was there a moment ago has been moved or deleted by its owner.
            return error == .missing ? nil : refused(path, error)
        }
    }

    private mutating func enter(
        _ name: FileName, in folder: Int32, path: String, authority: GSSCode?
    ) -> FoundSource? {
        do throws(SourceProblem) {
            let names = try FolderNames(of: name, in: folder, isNamed: folders.isEmpty)
            folders.append(Folder(names, path: path, authority: authority))
            return nil
        } catch {
            return refused(path, error)
        }
    }

    private func authority(of folders: some BidirectionalCollection<String>) -> GSSCode? {
        folders.reversed().lazy.compactMap { try? GSSCode($0.uppercased()) }.first(where: isAuthority)
    }

    private mutating func source(_ path: String, authority: GSSCode? = nil) -> InboxSource {
        number += 1
        return InboxSource(number: number, name: path, authority: authority)
    }

    private mutating func refused(_ path: String, _ problem: SourceProblem) -> FoundSource {
        .refused(source(path), reason: problem.description)
    }
}
