/// Files that old programs write into the text itself: uuencode (POSIX) and yEnc.
///
/// A block is taken out only when all of it has the shape, so that no one's words go with it.
struct InlineFiles {
    private(set) var text: ArraySlice<UInt8>
    private(set) var attachments: [InboxAttachment] = []

    private static let uuStart = Array("begin ".utf8)
    private static let yStart = Array("=ybegin ".utf8)

    init(_ bytes: ArraySlice<UInt8>) {
        text = bytes
        take(startingWith: Self.uuStart, Self.uuencoded)
        take(startingWith: Self.yStart, Self.yEnc)
    }

    private struct Block {
        let name: ArraySlice<UInt8>
        let byteCount: Int
        /// The place after it.
        let end: Int
    }

    private mutating func take(startingWith mark: [UInt8], _ block: (ArraySlice<UInt8>, Int) -> Block?) {
        var kept: [UInt8] = []
        var rest = text
        var searched = rest.startIndex
        while let place = rest[searched...].place(of: mark) {
            searched = place + mark.count
            guard place == text.startIndex || text[place - 1] == 0x0A, let found = block(text, place) else { continue }
            kept += rest[..<place]
            let name = EncodedWords(found.name).text
            attachments.append(
                InboxAttachment(
                    name: name.isEmpty ? nil : name, byteCount: found.byteCount, type: "application/octet-stream"))
            rest = rest[found.end...]
            searched = found.end
        }
        if rest.startIndex > text.startIndex { text = (kept + rest)[...] }
    }

    /// “begin 644 name”, lines that say their length in their first byte, and “end”.
    private static func uuencoded(_ bytes: ArraySlice<UInt8>, at start: Int) -> Block? {
        var place = bytes.afterLine(at: start)
        let head = bytes[start..<place].dropFirst(uuStart.count).trimmed
        let mode = head.prefix(while: \.isASCIIDigit)
        guard (3...4).contains(mode.count), head.dropFirst(mode.count).first == 0x20 else { return nil }
        var byteCount = 0
        while place < bytes.endIndex {
            let next = bytes.afterLine(at: place)
            let line = bytes[place..<next].trimmed
            if line.elementsEqual("end".utf8) {
                return Block(name: head.dropFirst(mode.count + 1), byteCount: byteCount, end: next)
            }
            place = next
            guard let first = line.first else { continue }
            let length = Int((first &- 0x20) & 0x3F)
            guard (0x20...0x60).contains(first), abs(line.count - 1 - (length + 2) / 3 * 4) <= 3 || length == 0 else {
                return nil
            }
            byteCount += length
        }
        return nil
    }

    /// “=ybegin line=128 size=… name=…”, lines of that length but for the last, and “=yend …”.
    private static func yEnc(_ bytes: ArraySlice<UInt8>, at start: Int) -> Block? {
        var place = bytes.afterLine(at: start)
        let head = bytes[start..<place].trimmed
        guard let width = number(after: " line=", in: head), let size = number(after: " size=", in: head),
            let name = head.place(of: Array(" name=".utf8)), width > 0
        else { return nil }
        var isLast = false
        while place < bytes.endIndex {
            let next = bytes.afterLine(at: place)
            let line = bytes[place..<next]
            if line.starts(with: "=yend ".utf8) {
                return Block(name: head[(name + 6)...], byteCount: size, end: next)
            }
            // An escaped byte may make a line one longer.
            guard !isLast, line.count <= width + 3, !line.starts(with: yStart) else { return nil }
            isLast = line.count < width && !line.starts(with: "=ypart ".utf8)
            place = next
        }
        return nil
    }

    private static func number(after mark: String, in head: ArraySlice<UInt8>) -> Int? {
        guard let place = head.place(of: Array(mark.utf8)) else { return nil }
        let digits = head[(place + mark.utf8.count)...].prefix(while: \.isASCIIDigit)
        return (1...9).contains(digits.count) ? digits.reduce(0) { $0 * 10 + Int($1 - 0x30) } : nil
    }
}
