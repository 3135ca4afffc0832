/// How mail programs mark what is quoted or forwarded.
enum QuoteMarks {
    /// The line or lines above a quote that name its writer, such as “On 2 March 2026 at 10:02, … wrote:”.
    struct Attribution {
        /// The line after its last.
        let end: Int
        /// Whether it is one even when no quoted line follows.
        let isCertain: Bool
    }

    static func attribution(_ lines: [Substring], at start: Int) -> Attribution? {
        guard !lines[start].isBlank, !lines[start].isQuoted else { return nil }
        var joined = ""
        // Programs that wrap at 72 put it on two lines, or three with a long address.
        for end in start..<min(start + 3, lines.count) where !lines[end].isBlank && !lines[end].isQuoted {
            joined += (joined.isEmpty ? "" : " ") + lines[end]
            guard joined.count <= 300 else { return nil }
            let line = joined.trimmed
            guard line.hasSuffix(":"), namesMoment(line) else { continue }
            let isEnglish = line.hasPrefix("On ") && line.hasSuffix("wrote:")
            // In other languages the line is known by the quote that follows it, and is not wrapped.
            if isEnglish || end == start { return Attribution(end: end + 1, isCertain: isEnglish) }
        }
        return nil
    }

    /// Whether all from here on is an earlier mail that was left below.
    ///
    /// The head of a mail in a first message was pasted in to be read, so only an answer is cut off there.
    static func isDivider(_ lines: [Substring], at place: Int, isReply: Bool) -> Bool {
        let line = String(lines[place]).trimmed.lowercased()
        if line.hasPrefix("--"), line.hasSuffix("--") {
            return originals.contains { line.contains($0) }
        }
        guard isReply else { return false }
        // Outlook repeats the head of the mail answered, mostly under a rule of underscores.
        let isRule = line.count > 9 && line.allSatisfy { $0 == "_" }
        let head = lines[place...].dropFirst(isRule ? 1 : 0).prefix(5).map { $0.lowercased().drop { $0 == "*" } }
        func has(_ names: [String]) -> Bool { head.contains { line in names.contains(where: line.hasPrefix) } }
        return head.first?.hasPrefix("from:") == true && has(["sent:", "date:"]) && has(["to:", "subject:"])
    }

    /// Whether the line says that what follows was forwarded.
    static func isForward(_ line: Substring) -> Bool {
        let line = String(line).trimmed.lowercased()
        if line == "begin forwarded message:" { return true }
        return line.hasPrefix("--") && line.hasSuffix("--") && forwards.contains { line.contains($0) }
    }

    private static let originals = ["original message", "neges wreiddiol", "oryginalna wiadomość", "الرسالة الأصلية"]
    private static let forwards = [
        "forwarded message", "neges wedi'i hanfon ymlaen", "wiadomość przekazana", "رسالة معاد توجيهها",
    ]

    /// A year, a time of day or an address; and never only “He wrote:”.
    private static func namesMoment(_ line: String) -> Bool {
        let words = line.split { $0.isWhitespace || $0 == "," }
        let hasYear = words.contains { $0.count == 4 && $0.allSatisfy(\.isNumber) }
        let hasTime = words.contains { word in
            let parts = word.split(separator: ":")
            return parts.count >= 2 && parts.allSatisfy { $0.first?.isNumber == true }
        }
        let hasDay = words.contains { (1...2).contains($0.count) && $0.allSatisfy(\.isNumber) }
        return hasYear || hasTime || line.contains("@") || (hasDay && line.hasPrefix("On "))
    }
}
