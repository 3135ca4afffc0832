import Concerns
import Pages
import Sealing
import Store

/// What became of a concern, as the holder of its receipt reads it; no date is finer than a month.
struct ThreadView {
    let status: String
    /// “We last did something in March 2026.”; nil while nobody has.
    let decided: String?
    let hasReplies: Bool
    let replies: [Reply]

    /// An answer that a moderator wrote.
    struct Reply {
        let written: String
        let text: String
    }

    init(_ thread: ConcernThread, opener: ReplyOpener, in words: Words) {
        status = words(Self.key(thread))
        decided = thread.decidedIn.map { words("receiptDecided", ["month": words.month($0)]) }
        replies = thread.replies.map { reply in
            Reply(
                written: Self.written(reply, in: words),
                text: (try? opener.open(reply.sealed, in: thread.concern)) ?? words("replyUnreadable"))
        }
        hasReplies = !replies.isEmpty
    }

    private static func written(_ reply: SealedReply, in words: Words) -> String {
        guard let day = try? Day("\(reply.writtenIn)-01") else { return words("replyWrittenUnknown") }
        return words("replyWritten", ["month": words.month(day.month)])
    }

    private static func key(_ thread: ConcernThread) -> String {
        switch (thread.state, thread.sharing) {
        case (.waiting, _): "statusWaiting"
        case (.held, _): "statusHeld"
        case (.escalated, _): "statusEscalated"
        case (.accepted, .words): "statusAcceptedWords"
        case (.accepted, .counted): "statusAcceptedCounted"
        case (.refused, _): "statusRefused"
        }
    }
}
