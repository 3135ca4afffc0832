import Concerns
import Pages
import Sealing
import Store

/// What became of what someone told us, as the holder of the receipt reads it; no date is finer than a month.
struct ThreadView {
    /// The first message and the newest after it.
    let messages: [Message]
    let hasReplies: Bool
    /// Newest first, as many as one answer has room for.
    let replies: [Reply]
    /// The number of the page with older ones; nil where there are none.
    let older: String?
    /// Whether there is anything to be taken back; whoever did so may write again all the same.
    let canWithdraw: Bool
    /// Whether the newest of our answers asks something.
    let isAsked: Bool

    /// One thing that was told.
    struct Message {
        let when: String
        let status: String
        /// “We last did something in March 2026.”; nil while nobody has.
        let decided: String?
    }

    /// An answer that a moderator wrote.
    struct Reply {
        let written: String
        let asks: Bool
        let text: String
    }

    /// How many of the newest messages stand beside the first one.
    private static let mostMessages = 5

    /// - Parameter page: 1 for the newest answers.
    init(_ thread: ConcernThread, opener: ReplyOpener, page: Int, in words: Words) {
        let shown = thread.messages.prefix(1) + thread.messages.dropFirst().suffix(Self.mostMessages)
        messages = shown.enumerated().map { place, message in
            Message(
                when: words(
                    place == 0 ? "receiptFirst" : "receiptAdded", ["month": words.month(message.arrivedIn)]),
                status: words(Self.key(message, of: thread)),
                decided: Self.latest(of: message).map { words("receiptDecided", ["month": words.month($0)]) })
        }
        let opened = thread.replies.reversed().map { reply in
            Reply(
                written: Self.written(reply, in: words), asks: reply.asks,
                text: (try? opener.open(reply.sealed, in: thread.concern)) ?? words("replyUnreadable"))
        }
        let pages = ReplyPages(opened.map(\.text))
        replies = opened.isEmpty ? [] : Array(opened[pages.range(of: page)])
        older = pages.isLast(page) ? nil : "\(max(1, page) + 1)"
        hasReplies = !replies.isEmpty
        canWithdraw = !thread.isWithdrawn
        isAsked = thread.replies.last?.asks ?? false
    }

    private static func written(_ reply: SealedReply, in words: Words) -> String {
        guard let day = try? Day("\(reply.writtenIn)-01") else { return words("replyWrittenUnknown") }
        return words("replyWritten", ["month": words.month(day.month)])
    }

    /// The month in which we last did something about a message; nil while nobody has.
    private static func latest(of message: ThreadMessage) -> Month? {
        [message.decidedIn, message.helpedIn].compactMap { $0 }.max()
    }

    private static func key(_ message: ThreadMessage, of thread: ConcernThread) -> String {
        if message.isWithdrawn { return message.isKeptForSafety ? "statusWithdrawnKept" : "statusWithdrawn" }
        if message.helpedIn != nil { return "statusHelped" }
        return switch (message.state, thread.sharing) {
        case (.waiting, _): "statusWaiting"
        case (.held, _): "statusHeld"
        case (.escalated, _): "statusEscalated"
        case (.accepted, .words): "statusAcceptedWords"
        case (.accepted, .counted): "statusAcceptedCounted"
        case (.refused, _): "statusRefused"
        }
    }
}
