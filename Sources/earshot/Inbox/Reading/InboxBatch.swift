import Inbox

/// So many messages, in their order, as are read, made ready and kept together.
struct InboxBatch: Sendable {
    /// A commit of so many takes a few milliseconds.
    static let mostMessages = 256
    /// Or as many as have so many bytes together; one message alone may have more.
    static let mostBytes = 1 << 20

    enum Piece: Sendable {
        case entry(InboxEntry, InboxSource)
        /// There was something, and nothing of it is taken; the sentence says why and what to do.
        case refused(InboxSource, index: Int, reason: String)
        /// Nothing more comes of this source.
        case end(InboxSource, isWhole: Bool)
    }

    private(set) var pieces: [Piece] = []
    private(set) var byteCount = 0
    private var messageCount = 0

    var isFull: Bool { messageCount >= Self.mostMessages || byteCount >= Self.mostBytes }

    mutating func append(_ piece: Piece) {
        pieces.append(piece)
        guard case .entry(let entry, _) = piece else { return }
        messageCount += 1
        byteCount += entry.bytes.count
    }
}
