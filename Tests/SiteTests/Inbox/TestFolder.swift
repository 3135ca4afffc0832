import Foundation

@testable import earshot

/// A folder for one test's files.
struct TestFolder {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.appending(path: "earshot-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    func write(_ text: String, to name: String) throws {
        let file = URL(filePath: path).appending(path: name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    func names(in folder: String = "") throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: "\(path)/\(folder)").sorted()
    }
}

extension InboxWalk {
    /// All that it finds: names, and why something is not read.
    func all() -> [(name: String, problem: String?)] {
        var walk = self
        var found: [(String, String?)] = []
        while let next = walk.next() {
            switch next {
            case .file(_, let source): found.append((source.name, nil))
            case .refused(let source, let reason): found.append((source.name, reason))
            }
        }
        return found
    }
}
