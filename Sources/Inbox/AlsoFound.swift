/// What can be read in a source beside the message’s words; it is looked through for danger and never kept.
struct AlsoFound {
    private var found: [String] = []
    private var names: [String] = []
    private(set) var bytesLeft = Self.mostBytes

    /// Of one message.
    static let mostBytes = 2 << 20

    var texts: [String] { names.isEmpty ? found : found + [names.joined(separator: "\n")] }

    mutating func add(_ text: String) {
        guard let text = fitting(text) else { return }
        if found.last != text { found.append(text) }
    }

    mutating func add(name: String) {
        if let name = fitting(name) { names.append(name) }
    }

    /// Bytes that say nothing of their charset.
    mutating func add(_ bytes: ArraySlice<UInt8>) {
        guard bytesLeft > 0, !bytes.isBlank else { return }
        add(DecodedText(bytes.prefix(bytesLeft), label: nil).text)
    }

    /// Bytes that are no text, or whose charset or encoding is not known.
    mutating func addRuns(of bytes: ArraySlice<UInt8>) {
        guard bytesLeft > 0 else { return }
        add(PrintableRuns.text(of: bytes, atMost: bytesLeft))
    }

    private mutating func fitting(_ text: String) -> String? {
        let bytes = Array(text.utf8)
        let words = bytes[...].trimmed
        guard !words.isEmpty, bytesLeft > 0 else { return nil }
        let fitting = words.count > bytesLeft ? words.prefix(bytesLeft) : words
        bytesLeft -= fitting.count
        return fitting.count == bytes.count ? text : String(decoding: fitting, as: UTF8.self)
    }
}
