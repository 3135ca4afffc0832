import Concerns
import Inbox
import Receiving

/// One message of an upload, read and weighed; nothing of it is kept yet.
///
/// It holds the words, so the type shows nothing by itself.
struct HandedIn: Sendable, CustomStringConvertible, CustomReflectable {
    let source: UploadSource
    let entry: InboxEntry
    let reading: InboxReading
    let weighed: Weighed

    var description: String { "(words withheld)" }
    var customMirror: Mirror { Mirror(self, children: []) }

    /// The message's own wish about its words, where its text states one.
    var ownSharing: Sharing? { reading.message?.about.sharing }

    /// How it came to the advocate, where the message does not say: what they hand in as text they wrote down themselves.
    var channel: Channel { reading.message?.about.channel ?? (entry.kind == .mail ? .email : .advocate) }

    /// What it takes up in memory: as it came, and its words.
    var byteCount: Int {
        let message = reading.message
        let texts = [message?.text, message?.quoted, message?.signature, message?.subject]
        return texts.reduce(entry.bytes.count + reading.identity.count) { $0 + ($1?.utf8.count ?? 0) }
    }
}

/// What a message was read from: a file of an upload, or what was pasted.
struct UploadSource: Hashable, Sendable {
    /// From 1; 0 for what was pasted.
    let number: Int
    /// As the sender's machine calls it; it may name a child, so it is shown to the sender and goes no further.
    let name: String?
}
