package import Foundation

/// The files of the project as it is checked out, for tests that read what is shipped.
package enum Project {
    /// The folder that holds `Package.swift`.
    package static var root: URL {
        var folder = URL(filePath: #filePath).deletingLastPathComponent()
        while folder.path != "/", !FileManager.default.fileExists(atPath: folder.appending(path: "Package.swift").path)
        {
            folder.deleteLastPathComponent()
        }
        return folder
    }

    package static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    /// The texts of a folder and the folders in it, by their path from it.
    package static func texts(under folder: String, endings: [String]) throws -> [String: String] {
        let start = root.appending(path: folder)
        var texts: [String: String] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: start.path)
        where endings.contains(where: path.hasSuffix) {
            texts[path] = try String(contentsOf: start.appending(path: path), encoding: .utf8)
        }
        return texts
    }
}
