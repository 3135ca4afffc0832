/// The text of a field in which words may be encoded: `=?utf-8?Q?caf=C3=A9?=` (RFC 2047).
enum EncodedWords {
    /// The text on one line, and the first doubt about it.
    static func text(of field: ArraySlice<UInt8>) -> (text: String, doubt: String?) {
        var text = ""
        var doubt: String?
        for run in runs(field) {
            let decoded = DecodedText(run.bytes[...], label: run.label)
            text += decoded.text
            doubt = doubt ?? decoded.doubt
        }
        let words = text.split { $0.isWhitespace }
        return (words.joined(separator: " "), doubt)
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
        var plain: [UInt8] = []
        var rest = field
        while let byte = rest.first {
            if byte == UInt8(ascii: "="), let word = word(at: rest) {
                let isBetween = runs.last?.label != nil && plain.allSatisfy(\.isASCIISpace)
                if !plain.isEmpty, !isBetween { runs.append(Run(label: nil, bytes: plain)) }
                plain = []
                if let last = runs.indices.last, runs[last].label == word.run.label {
                    runs[last].bytes += word.run.bytes
                } else {
                    runs.append(word.run)
                }
                rest = rest[word.end...]
            } else {
                plain.append(byte)
                rest = rest.dropFirst()
            }
        }
        if !plain.isEmpty { runs.append(Run(label: nil, bytes: plain)) }
        return runs
    }

    private static func word(at field: ArraySlice<UInt8>) -> (run: Run, end: Int)? {
        guard field.starts(with: Array("=?".utf8)) else { return nil }
        let question = UInt8(ascii: "?")
        // A word has at most 75 bytes; programs that do not know it write longer ones, but not without end.
        let window = field.dropFirst(2).prefix(2000)
        guard let charsetEnd = window.firstIndex(of: question), charsetEnd + 2 < window.endIndex,
            window[charsetEnd + 2] == question,
            let end = window[(charsetEnd + 3)...].firstRange(of: [question, UInt8(ascii: "=")])
        else { return nil }
        let label = String(decoding: window[..<charsetEnd].prefix { $0 != UInt8(ascii: "*") }, as: UTF8.self)
        let coded = window[(charsetEnd + 3)..<end.lowerBound]
        switch window[charsetEnd + 1] {
        case UInt8(ascii: "B"), UInt8(ascii: "b"):
            return (Run(label: label.lowercased(), bytes: TransferEncoding.base64(coded)), end.upperBound)
        case UInt8(ascii: "Q"), UInt8(ascii: "q"):
            let spaced = coded.map { $0 == UInt8(ascii: "_") ? 0x20 : $0 }
            let bytes = TransferEncoding.hexDecoded(spaced[...], escape: UInt8(ascii: "="))
            return (Run(label: label.lowercased(), bytes: bytes), end.upperBound)
        default: return nil
        }
    }
}
