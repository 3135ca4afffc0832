/// The lines at the end of a message that a mail program put there.
enum Signature {
    /// A signature is short: what follows its mark for longer is text.
    ///
    /// People also draw a line of “--” between two
    /// thoughts; the mark of mail programs has a blank after it, which some programs take away.
    private static let mostLines: [Substring: Int] = ["-- ": 12, "--": 4]

    /// How programs on telephones end a mail, by language.
    private static let deviceLines = [
        "sent from my ", "sent from mail for ", "sent from outlook", "sent from yahoo", "sent from samsung",
        "sent from proton", "sent via ", "get outlook for ", "anfonwyd o fy ", "wysłane z ", "wysłano z ",
        "dërguar nga ", "gửi từ ", "أرسلت من ", "مرسل من ", "ارسال شده از ",
    ]

    static func split(_ lines: [Substring]) -> (text: [Substring], signature: String?) {
        let lines = Array(lines[..<((lines.lastIndex { !$0.isBlank } ?? -1) + 1)])
        if let mark = lines.lastIndex(where: { mostLines[$0] != nil }),
            lines.count - mark - 1 <= mostLines[lines[mark], default: 0],
            lines[..<mark].contains(where: { !$0.isBlank }),
            !lines[mark...].contains(where: QuoteMarks.isForward)
        {
            return (Array(lines[..<mark]), [Substring](lines[(mark + 1)...]).joinedLines)
        }
        if let last = lines.last, isDevice(last), lines.dropLast().contains(where: { !$0.isBlank }) {
            return (lines.dropLast(), String(last).trimmed)
        }
        return (lines, nil)
    }

    private static func isDevice(_ line: Substring) -> Bool {
        let line = String(line).trimmed.lowercased()
        return line.count <= 60 && deviceLines.contains(where: line.hasPrefix)
    }
}
