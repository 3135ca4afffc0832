import Inbox

/// What became of a whole file, whose messages may have met several fates.
struct FileFate {
    private var tally = InboxTally()
    private var isForAPerson = false
    /// Of the message that decides the shelf, where a person should look at it.
    private var why: (forAPerson: String?, rejected: String?)

    mutating func add(_ message: TakenMessage) {
        tally.count(message.outcome, message.reason)
        isForAPerson = isForAPerson || message.isForAPerson
        if message.isForAPerson {
            why.forAPerson =
                why.forAPerson ?? (message.outcome == .duplicate ? "A part of it waits in quarantine." : message.reason)
        }
        if message.outcome == .rejected { why.rejected = why.rejected ?? message.reason }
    }

    var shelf: Shelf {
        if isForAPerson { return .quarantine }
        return tally.count(of: .imported) + tally.count(of: .duplicate) > 0 ? .done : .rejected
    }

    /// Whether every message of it is kept, so that the file may be forgotten.
    var isAllKept: Bool { shelf == .done && tally.count(of: .rejected) == 0 }

    /// One line; neither the file's name, which can be a child's, nor anything that it holds.
    var line: String {
        let why: String? =
            switch shelf {
            case .done: nil
            case .quarantine: why.forAPerson
            case .rejected: why.rejected
            }
        return "\(shelf.rawValue): \(tally.summary)\(why.map { ". \($0)" } ?? "")"
    }
}
