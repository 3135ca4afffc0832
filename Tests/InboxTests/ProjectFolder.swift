import Foundation
import Inbox
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

extension InboxReader {
    /// With the phrases as they are shipped.
    static func shipped() throws -> InboxReader {
        InboxReader(
            phrases: try MailPhrases(file: "mail.yaml", text: try Project.text("Moderation/mail.yaml")))
    }

    /// What is read of a text, as of a file of that name.
    func reading(_ text: String, named name: String) throws -> InboxReading {
        try reading(Array(text.utf8), named: name)
    }

    func reading(_ bytes: [UInt8], named name: String) throws -> InboxReading {
        guard let first = readings(of: bytes, named: name).first else { throw NothingRead() }
        return first
    }
}

struct NothingRead: Error {}
