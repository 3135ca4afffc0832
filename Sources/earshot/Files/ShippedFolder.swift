import Foundation

/// A folder that Earshot comes with: `Web`, `Moderation`, `Facts`, `Demonstration`.
///
/// Found from any working directory: beside the program or in a folder above it (where it was built), or under
/// `share/earshot` of the prefix it was installed to.
enum ShippedFolder: String {
    case web = "Web"
    case moderation = "Moderation"
    case facts = "Facts"
    case demonstration = "Demonstration"

    /// The folder named on the command line, or the one that Earshot comes with.
    ///
    /// - Throws: ``CommandFailure`` when there is none.
    func url(instead named: String? = nil) throws(CommandFailure) -> URL {
        if let named {
            let url = URL(filePath: named, directoryHint: .isDirectory)
            guard Self.isFolder(url) else {
                throw .unusable("There is no folder “\(named)”. Name one that holds a copy of \(rawValue)/.")
            }
            return url
        }
        guard
            let found = Self.candidates.map({ $0.appending(path: rawValue, directoryHint: .isDirectory) })
                .first(where: Self.isFolder)
        else {
            throw .unavailable(
                "The folder \(rawValue)/ that Earshot comes with was not found beside the program. "
                    + (self == .demonstration
                        ? "Put it there, or leave --demo out."
                        : "Put it there, or name a copy with --\(rawValue.lowercased())."))
        }
        return found
    }

    private static var candidates: [URL] {
        let program = URL(filePath: CommandLine.arguments.first ?? "").resolvingSymlinksInPath()
        let running = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
            .map { URL(filePath: $0) }
        var folder = (running ?? program).deletingLastPathComponent()
        var folders: [URL] = []
        while folder.path != "/" {
            folders.append(folder)
            folders.append(folder.appending(path: "share/earshot", directoryHint: .isDirectory))
            folder.deleteLastPathComponent()
        }
        return folders
    }

    private static func isFolder(_ url: URL) -> Bool {
        var isDirectory: ObjCBool = false
        return FileManager.default.fileExists(atPath: url.path, isDirectory: &isDirectory) && isDirectory.boolValue
    }
}
