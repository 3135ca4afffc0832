import Concerns
import Foundation
import Inbox
import Receiving

/// What an advocate handed in, until it is imported or forgotten; it lives in memory only.
struct Upload: Sendable {
    /// Of the whole form, in bytes.
    static let mostBytes = 8 << 20
    static let mostMessages = 500

    /// Random; it is part of its page's address and opens nothing to another session.
    let id: String
    /// In the order of the files.
    let messages: [HandedIn]
    let byteCount: Int
    /// What the advocate put right so far.
    var form: UploadForm
    /// What became of messages, by their place; empty before the import.
    var taken: [Int: Imported] = [:]
    /// Whether every message has its outcome, so that there is nothing more to send.
    var isImported = false

    init(id: String, messages: [HandedIn]) {
        self.id = id
        self.messages = messages
        byteCount = messages.reduce(0) { $0 + $1.byteCount }
        form = UploadForm(asRead: messages)
    }

    var address: String { "/relay/uploads/\(id)" }

    var hasDanger: Bool { messages.contains { $0.weighed.isDanger } }

    /// Places of the messages: danger first, then those whose council is open, then as they were handed in.
    var placesByHaste: [Int] {
        messages.indices.sorted { (rank($0), $0) < (rank($1), $1) }
    }

    /// Bytes that no message of any other upload has, for words that came from another child.
    func mark(of place: Int) -> Data { Data("\(id) \(place)".utf8) }

    private func rank(_ place: Int) -> Int {
        let weighed = messages[place].weighed
        if weighed.isDanger { return 0 }
        if weighed.outcome == .imported, case .ask = weighed.council { return 1 }
        return 2
    }
}
