/// The head of a mail or of a part of one (RFC 5322): its fields, unfolded.
struct HeaderFields {
    private var fields: [(name: String, value: [UInt8])] = []

    /// Names that a head is known by; without one of them the lines are text that happens to hold colons.
    private static let known: Set<String> = [
        "from", "to", "cc", "subject", "date", "sender", "reply-to", "received", "return-path", "message-id",
        "mime-version", "content-type", "content-transfer-encoding", "content-disposition", "content-id",
        "delivered-to", "in-reply-to", "references", "x-mailer",
    ]

    /// Reads the head and gives the body that follows its blank line; the whole is body when there is no head.
    static func split(_ bytes: ArraySlice<UInt8>) -> (fields: HeaderFields, body: ArraySlice<UInt8>) {
        var head = HeaderFields()
        var rest = bytes
        // Some programs leave the postmark of the mailbox on top.
        if Mailbox.startsWithPostmark(rest.first == UInt8(ascii: ">") ? rest.dropFirst() : rest) {
            rest = after(line: rest.prefix { $0 != 0x0A }, in: rest)
        }
        let start = rest
        while !rest.isEmpty {
            let line = rest.prefix { $0 != 0x0A }
            if line[...].trimmed.isEmpty {
                rest = after(line: line, in: rest)
                break
            }
            guard head.take(line) else { break }
            rest = after(line: line, in: rest)
        }
        let isHead = head.fields.contains { known.contains($0.name) }
        return isHead || head.fields.isEmpty && start.first == 0x0A ? (head, rest) : (HeaderFields(), start)
    }

    static func begin(_ bytes: ArraySlice<UInt8>) -> Bool {
        let fields = split(bytes).fields.fields
        return fields.count >= 2 && fields.contains { known.contains($0.name) }
    }

    private static func after(line: ArraySlice<UInt8>, in rest: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        line.endIndex < rest.endIndex ? rest[(line.endIndex + 1)...] : rest[rest.endIndex...]
    }

    /// False when the line is neither a field nor goes on with one: the body begins without a blank line.
    private mutating func take(_ line: ArraySlice<UInt8>) -> Bool {
        if line.first == 0x20 || line.first == 0x09 {
            guard let last = fields.indices.last else { return false }
            fields[last].value += line
            return true
        }
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return false }
        let name = line[..<colon].trimmed
        guard !name.isEmpty, name.allSatisfy({ (0x21...0x7E).contains($0) }) else { return false }
        fields.append((String(decoding: name, as: UTF8.self).lowercased(), Array(line[(colon + 1)...])))
        return true
    }

    /// The first field of that name, as bytes without white space around them.
    subscript(name: String) -> ArraySlice<UInt8>? {
        fields.first { $0.name == name }.map { $0.value[...].trimmed }
    }

    /// The first field of that name in lower case; for those that mail programs write and nobody reads.
    func keyword(_ name: String) -> String? {
        self[name].map { String(decoding: $0, as: UTF8.self).lowercased() }
    }
}
