/// A subject line, and what of it the sender said.
struct Subject {
    let isReply: Bool
    let isForward: Bool
    /// The line without `Re:` and `Fwd:`; nil when nothing is left, or only what mail programs write by themselves.
    let said: String?

    private static let replies = ["re", "aw", "sv", "odp", "ynt", "ateb", "رد", "پاسخ", "trả lời"]
    private static let forwards = ["fw", "fwd", "wg", "tr", "vs", "pd", "yml", "إعادة توجيه"]
    private static let unsaid = ["no subject", "(no subject)", "none", "(none)", "untitled", "<no subject>"]

    init(_ line: String) {
        var rest = line.trimmed[...]
        var (isReply, isForward) = (false, false)
        while let colon = rest.firstIndex(of: ":") {
            let mark = rest[..<colon].lowercased().prefix { $0 != "[" && $0 != "(" }
            if Self.replies.contains(String(mark)) {
                isReply = true
            } else if Self.forwards.contains(String(mark)) {
                isForward = true
            } else {
                break
            }
            rest = rest[rest.index(after: colon)...].drop(while: \.isWhitespace)
        }
        self.isReply = isReply
        self.isForward = isForward
        let saysNothing = !rest.contains { $0.isLetter || $0.isNumber || $0.isSymbol }
        said = saysNothing || Self.unsaid.contains(rest.lowercased()) ? nil : String(rest)
    }
}

extension String {
    /// Without white space at either end.
    var trimmed: String {
        let start = drop(while: \.isWhitespace)
        guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(start[...last])
    }
}
