import Concerns

/// A file of messages, as it is told of.
struct InboxSource: Hashable, Sendable {
    /// Tells it from all others of its run; counts upwards.
    let number: Int
    /// As it was named on the command line, with the way into the folder behind it; `-` for standard input.
    let name: String
    /// The council that a folder on the way is named after.
    var authority: GSSCode?
}

/// What a folder, or a list of paths, holds next.
enum FoundSource {
    case file(SourceFile, InboxSource)
    /// It is not read; the sentence says why and what to do.
    case refused(InboxSource, reason: String)
}
