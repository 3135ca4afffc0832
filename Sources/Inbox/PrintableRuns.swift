/// The words that can be made out in bytes that are not text: runs of letters, as a person finds them in a binary file.
///
/// Zeros and control characters between letters, as units of two bytes have them, part no words.
enum PrintableRuns {
    /// What is shorter is chance.
    private static let leastLetters = 4
    /// So many bytes that are no letters end a run.
    private static let mostBetween = 3

    /// - Parameter most: how many bytes of runs are given.
    static func text(of bytes: ArraySlice<UInt8>, atMost most: Int) -> String {
        var text: [UInt8] = []
        var run: [UInt8] = []
        var (letters, between) = (0, 0)
        func keep(_ words: ArraySlice<UInt8>) {
            if !text.isEmpty { text.append(0x0A) }
            text += words
        }
        func end() {
            if letters >= leastLetters {
                if run.allSatisfy({ $0 < 0x80 }) || String(validating: run, as: UTF8.self) != nil {
                    keep(run[...])
                } else {
                    // Chance; what is plain in it may not be.
                    let plain = run.split { $0 >= 0x80 }
                    for words in plain where words.count(where: \.isASCIILetter) >= leastLetters { keep(words) }
                }
            }
            run.removeAll(keepingCapacity: true)
            letters = 0
        }
        for byte in bytes {
            let isPrinted = (0x20..<0x7F).contains(byte) || byte.isASCIISpace
            guard isPrinted || byte >= 0xC2 || (0x80..<0xC0).contains(byte) && (run.last ?? 0) >= 0x80 else {
                between += 1
                if between > mostBetween || byte >= 0x7F { end() }
                continue
            }
            between = 0
            run.append(byte)
            if byte.isASCIILetter || byte >= 0xC2 { letters += 1 }
            if text.count + run.count >= most { break }
        }
        end()
        return String(decoding: text.prefix(max(most, 0)), as: UTF8.self)
    }
}
