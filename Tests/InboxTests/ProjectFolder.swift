import Foundation
import TestSupport

/// Folders of mail, as they lie in the project.
enum ProjectFolder {
    static let mail = Project.root.appending(path: "Tests/InboxTests/Mail")
    static let demonstration = Project.root.appending(path: "Demonstration/inbox")

    static func bytes(_ file: URL) throws -> [UInt8] { [UInt8](try Data(contentsOf: file)) }

    /// The files of a folder by name, in order.
    static func names(in folder: URL) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { !$0.hasPrefix(".") }.sorted()
    }
}
