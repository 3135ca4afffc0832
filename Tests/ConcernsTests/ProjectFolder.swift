import Foundation

/// Files of the project as it is checked out.
enum ProjectFolder {
    static func facts(_ name: String) -> URL {
        var folder = URL(filePath: #filePath).deletingLastPathComponent()
        while folder.path != "/",
            !FileManager.default.fileExists(atPath: folder.appending(path: "Package.swift").path)
        {
            folder.deleteLastPathComponent()
        }
        return folder.appending(path: "Facts").appending(path: name)
    }
}
