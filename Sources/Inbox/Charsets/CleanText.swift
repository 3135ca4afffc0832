/// Text with `\n` line ends, without control characters and without marks that turn the direction of writing.
///
/// Such marks can make words read otherwise than they are written; joiners, which several scripts need, stay.
struct CleanText {
    let text: String
    let isASCII: Bool
    let hadDirectionMarks: Bool

    /// Nil when the bytes are not UTF-8.
    init?(utf8 bytes: ArraySlice<UInt8>) {
        let found = bytes.withUnsafeBufferPointer(Self.look)
        isASCII = !found.hasHigh
        if found.isClean {
            guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
            self.text = text
            hadDirectionMarks = false
        } else {
            guard found.hasHigh ? String(validating: bytes, as: UTF8.self) != nil : true else { return nil }
            let (cleaned, hadMarks) = bytes.withUnsafeBufferPointer(Self.cleaned)
            text = String(decoding: cleaned, as: UTF8.self)
            hadDirectionMarks = hadMarks
        }
    }

    private static func look(_ bytes: UnsafeBufferPointer<UInt8>) -> (hasHigh: Bool, isClean: Bool) {
        var (hasHigh, isClean) = (false, true)
        for place in bytes.indices {
            let byte = bytes[place]
            if byte &- 0x20 < 0x5F || byte == 0x0A || byte == 0x09 { continue }
            if byte >= 0x80 { hasHigh = true }
            if let mark = Mark(bytes, at: place), mark.count > 0 { isClean = false }
        }
        return (hasHigh, isClean)
    }

    private static func cleaned(_ bytes: UnsafeBufferPointer<UInt8>) -> (bytes: [UInt8], hadMarks: Bool) {
        var cleaned: [UInt8] = []
        cleaned.reserveCapacity(bytes.count)
        var hadMarks = false
        var place = 0
        while place < bytes.count {
            guard let mark = Mark(bytes, at: place) else {
                cleaned.append(bytes[place])
                place += 1
                continue
            }
            hadMarks = hadMarks || mark.kind == .direction
            if mark.kind == .lineEnd { cleaned.append(0x0A) }
            place += mark.count
        }
        return (cleaned, hadMarks)
    }

    /// A character that is not kept as it is.
    private struct Mark {
        enum Kind { case lineEnd, control, direction }

        let kind: Kind
        let count: Int

        /// Nil when the byte at `place` does not begin one.
        init?(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) {
            func byte(_ offset: Int) -> UInt8 { place + offset < bytes.count ? bytes[place + offset] : 0 }
            switch bytes[place] {
            case 0x0A, 0x09: return nil
            case 0x0D: (kind, count) = (.lineEnd, byte(1) == 0x0A ? 2 : 1)
            case 0..<0x20, 0x7F: (kind, count) = (.control, 1)
            case 0xC2:
                guard (0x80..<0xA0).contains(byte(1)) else { return nil }
                (kind, count) = (byte(1) == 0x85 ? .lineEnd : .control, 2)
            case 0xE2:
                switch (byte(1), byte(2)) {
                case (0x80, 0xA8), (0x80, 0xA9): (kind, count) = (.lineEnd, 3)
                case (0x80, 0xAA...0xAE), (0x81, 0xA6...0xA9): (kind, count) = (.direction, 3)
                default: return nil
                }
            case 0xEF:
                guard byte(1) == 0xBB, byte(2) == 0xBF else { return nil }
                (kind, count) = (.control, 3)
            default: return nil
            }
        }
    }
}
