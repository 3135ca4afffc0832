import Foundation
import Inbox

/// One file that was named, or found in a folder that was named.
struct InboxSource {
    /// As it was named on the command line, with the way into the folder behind it.
    let name: String
    /// What reading it gave; never empty, also when the file is missing or cannot be read.
    let readings: [InboxReading]

    /// Reads what the paths name, in their order; a folder's files in the order of their names.
    static func read(_ paths: [String], format: InboxFormat) -> some Sequence<InboxSource> {
        paths.lazy.flatMap { path in files(of: path).lazy.map { InboxSource(name: $0, format: format) } }
    }

    private init(name: String, format: InboxFormat) {
        self.name = name
        if let bytes = FileManager.default.contents(atPath: name) {
            readings = InboxReader.readings(of: Array(bytes), named: name, format: format)
        } else {
            let isThere = FileManager.default.fileExists(atPath: name)
            readings = [
                InboxReading(
                    index: 0, outcome: .rejected,
                    reason: isThere
                        ? "It cannot be read. Check its permissions."
                        : "There is nothing of this name. Check the path.",
                    message: nil)
            ]
        }
    }

    /// The path itself, or the files in it; a Maildir's `tmp` is left alone, as mail there is not whole yet.
    private static func files(of path: String) -> [String] {
        guard isFolder(path) else { return [path] }
        let inside = ((try? FileManager.default.subpathsOfDirectory(atPath: path)) ?? []).sorted()
        let files = inside.filter { name in
            let parts = name.split(separator: "/")
            guard !parts.contains(where: { $0.hasPrefix(".") }), parts.first != "tmp" else { return false }
            return !isFolder("\(path)/\(name)")
        }
        // A folder with nothing in it is told of as itself.
        return files.isEmpty ? [path] : files.map { "\(path.hasSuffix("/") ? String(path.dropLast()) : path)/\($0)" }
    }

    private static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }
}
