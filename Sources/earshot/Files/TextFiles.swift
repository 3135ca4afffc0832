import Foundation

/// The text files of a folder and the folders in it, by their path from it.
enum TextFiles {
    /// - Parameter endings: how the names of the files to read end, such as `.yaml`.
    /// - Throws: ``CommandFailure`` naming a file that cannot be read or is not UTF-8.
    static func read(_ folder: URL, endings: [String]) throws(CommandFailure) -> [String: String] {
        guard let paths = try? FileManager.default.subpathsOfDirectory(atPath: folder.path) else {
            throw .unusable("The folder “\(folder.lastPathComponent)” cannot be read. Check its permissions.")
        }
        var files: [String: String] = [:]
        for path in paths.sorted() where endings.contains(where: path.hasSuffix) {
            guard let bytes = FileManager.default.contents(atPath: folder.appending(path: path).path) else {
                throw .unusable("\(path): the file cannot be read. Check its permissions.")
            }
            guard let text = String(validating: bytes, as: UTF8.self) else {
                throw .unusable("\(path): the file is not UTF-8. Save it as UTF-8 text.")
            }
            files[path] = text
        }
        return files
    }
}
