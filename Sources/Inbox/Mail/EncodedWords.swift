/// The text of a field in which words may be encoded: `=?utf-8?Q?caf=C3=A9?=` (RFC 2047).
struct EncodedWords {
    /// On one line.
    let text: String
    let doubt: String?
    let repair: String?
    let hadDirectionMarks: Bool

    /// A subject is short; what a program writes behind so much is no one's words.
    private static let mostBytes = 65_536

    init(_ field: ArraySlice<UInt8>) {
        let field = field.prefix(Self.mostBytes)
        if field.place(of: Array("=?".utf8)) == nil {
            let decoded = DecodedText(field, label: nil)
            text = Self.onOneLine(decoded.text)
            (doubt, repair) = (decoded.doubt, decoded.repair)
            hadDirectionMarks = decoded.hadDirectionMarks
            return
        }
        var text = ""
        var (doubt, repair): (String?, String?)
        var hadMarks = false
        for run in Self.runs(field) {
            let decoded = DecodedText(run.bytes[...], label: run.label)
            text += decoded.text
            doubt = doubt ?? decoded.doubt
            repair = repair ?? decoded.repair
            hadMarks = hadMarks || decoded.hadDirectionMarks
        }
        self.text = Self.onOneLine(text)
        (self.doubt, self.repair, hadDirectionMarks) = (doubt, repair, hadMarks)
    }

    /// Every stretch of white space made one blank.
    private static func onOneLine(_ text: String) -> String {
        var previous: UInt8 = 0x20
        let isPlain = text.utf8.allSatisfy { byte in
            defer { previous = byte }
            return byte < 0x80 && (byte > 0x20 || (byte == 0x20 && previous != 0x20))
        }
        if isPlain, previous != 0x20 { return text }
        return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// A stretch of bytes in one charset.
    private struct Run {
        /// Nil for what was not encoded.
        let label: String?
        var bytes: [UInt8]
    }

    /// White space between encoded words is not part of the text; those of one charset are decoded together, since
    /// programs cut a word anywhere, also within a letter.
    private static func runs(_ field: ArraySlice<UInt8>) -> [Run] {
        var runs: [Run] = []
        var rest = field
        var isAfterWord = false
        while !rest.isEmpty {
            let start = rest.place(of: UInt8(ascii: "=")) ?? rest.endIndex
            guard start < rest.endIndex, let word = word(at: rest[start...]) else {
                // An equals sign that begins no word is text.
                let end = min(start + 1, rest.endIndex)
                append(rest[..<end], to: &runs)
                isAfterWord = false
                rest = rest[end...]
                continue
            }
            let between = rest[..<start]
            if !isAfterWord || !between.isBlank { append(between, to: &runs) }
            if let last = runs.indices.last, runs[last].label == word.run.label {
                runs[last].bytes += word.run.bytes
            } else {
                runs.append(word.run)
            }
            isAfterWord = true
            rest = rest[word.end...]
        }
        return runs
    }

    private static func append(_ plain: ArraySlice<UInt8>, to runs: inout [Run]) {
        if plain.isEmpty { return }
        if let last = runs.indices.last, runs[last].label == nil {
            runs[last].bytes += plain
        } else {
            runs.append(Run(label: nil, bytes: Array(plain)))
        }
    }

    private static func word(at field: ArraySlice<UInt8>) -> (run: Run, end: Int)? {
        guard field.starts(with: "=?".utf8) else { return nil }
        let question = UInt8(ascii: "?")
        // A word has at most 75 bytes; programs that do not know it write longer ones, but not without end.
        let window = field.dropFirst(2).prefix(2000)
        guard let charsetEnd = window.prefix(60).place(of: question), charsetEnd + 2 < window.endIndex,
            window[charsetEnd + 2] == question,
            let end = window[(charsetEnd + 3)...].place(of: [question, UInt8(ascii: "=")])
        else { return nil }
        let label = window[..<charsetEnd].prefix { $0 != UInt8(ascii: "*") }.keyword
        let coded = window[(charsetEnd + 3)..<end]
        switch window[charsetEnd + 1].lowercasedASCII {
        case UInt8(ascii: "b"):
            return (Run(label: label, bytes: Base64.decoded(coded)), end + 2)
        case UInt8(ascii: "q"):
            let spaced = coded.map { $0 == UInt8(ascii: "_") ? 0x20 : $0 }
            return (
                Run(label: label, bytes: TransferEncoding.hexDecoded(spaced[...], escape: UInt8(ascii: "="))), end + 2
            )
        default: return nil
        }
    }
}
