import Concerns

/// The receipts of an import, for whoever hands them to the children: a table of source, index and seven words.
///
/// Whoever holds it can read the answers that are meant for the children; it is for its owner's eyes only (mode 0600).
struct ReceiptSheet {
    let output: LineOutput
    private let words: ReceiptWords

    init(path: String, words: ReceiptWords) throws(CommandFailure) {
        output = try LineOutput(path: path)
        self.words = words
        try output.write(Array("source,index,receipt\n".utf8))
    }

    func write(_ receipt: Receipt, of source: InboxSource, index: Int) throws(CommandFailure) {
        try output.write(Array("\(Self.cell(source.name)),\(index),\(words.text(of: receipt))\n".utf8))
    }

    /// As RFC 4180 has it; what a spreadsheet would take for a formula gets an apostrophe before it.
    static func cell(_ text: String) -> String {
        let text = text.first.map { "=+-@\t\r".contains($0) } == true && text != "-" ? "'\(text)" : text
        guard text.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else { return text }
        return "\"\(text.replacing("\"", with: "\"\""))\""
    }
}
