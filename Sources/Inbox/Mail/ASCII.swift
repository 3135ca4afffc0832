import Foundation

extension UInt8 {
    var isASCIISpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
    var isASCIIDigit: Bool { (0x30...0x39).contains(self) }
    var isASCIILetter: Bool { (0x61...0x7A).contains(self | 0x20) }
    /// The small letter of a capital one; any other byte as it is.
    var lowercasedASCII: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }

    /// The value of a hexadecimal digit.
    var hexDigit: UInt8? {
        switch self {
        case 0x30...0x39: self - 0x30
        case 0x41...0x46: self - 0x37
        case 0x61...0x66: self - 0x57
        default: nil
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The first place of that byte; the C library looks at many bytes at once.
    func place(of byte: UInt8, from start: Int) -> Int? {
        guard let base = baseAddress, start < count,
            let found = memchr(base + start, Int32(byte), count - start)
        else { return nil }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }

    /// The first place of those bytes.
    func place(of bytes: [UInt8], from start: Int) -> Int? {
        guard let base = baseAddress, let first = bytes.first else { return nil }
        var next = start
        while let found = place(of: first, from: next), found + bytes.count <= count {
            if memcmp(base + found, bytes, bytes.count) == 0 { return found }
            next = found + 1
        }
        return nil
    }
}

extension ArraySlice<UInt8> {
    func place(of byte: UInt8) -> Int? {
        withUnsafeBufferPointer { $0.place(of: byte, from: 0) }.map { $0 + startIndex }
    }

    func place(of bytes: [UInt8]) -> Int? {
        withUnsafeBufferPointer { $0.place(of: bytes, from: 0) }.map { $0 + startIndex }
    }

    /// The place after the line that begins at `start`, with its LF.
    func afterLine(at start: Int) -> Int { self[start...].place(of: 0x0A).map { $0 + 1 } ?? endIndex }

    /// The bytes with every line end, CRLF or CR, made LF.
    var withUnixLines: [UInt8] {
        guard place(of: 0x0D) != nil else { return Array(self) }
        var lines: [UInt8] = []
        lines.reserveCapacity(count)
        var rest = self
        while let end = rest.place(of: 0x0D) {
            lines += rest[..<end]
            lines.append(0x0A)
            let next = end + 1
            rest = rest[(next < rest.endIndex && rest[next] == 0x0A ? next + 1 : next)...]
        }
        return lines + rest
    }

    /// The bytes with every CR made LF.
    var withLineFeeds: [UInt8] { map { $0 == 0x0D ? 0x0A : $0 } }

    /// Without white space at either end.
    var trimmed: ArraySlice<UInt8> {
        var (start, end) = (startIndex, endIndex)
        while start < end, self[start].isASCIISpace { start += 1 }
        while end > start, self[end - 1].isASCIISpace { end -= 1 }
        return self[start..<end]
    }

    var isBlank: Bool { allSatisfy(\.isASCIISpace) }

    /// Whether it begins with a word that is given in small letters.
    func startsIgnoringCase(with word: String) -> Bool {
        starts(with: word.utf8) { $0.lowercasedASCII == $1 }
    }

    /// Whether a word that is given in small letters stands in it; for short fields.
    func containsIgnoringCase(_ word: String) -> Bool {
        guard let first = word.utf8.first else { return true }
        return indices.contains { self[$0].lowercasedASCII == first && self[$0...].startsIgnoringCase(with: word) }
    }

    /// As text with its capital letters made small; for what mail programs write and nobody reads.
    var keyword: String { String(decoding: map(\.lowercasedASCII), as: UTF8.self) }
}

/// What a text may begin with to tell its charset.
enum ByteOrderMark {
    static let utf8: [UInt8] = [0xEF, 0xBB, 0xBF]
    static let utf16LittleEndian: [UInt8] = [0xFF, 0xFE]
    static let utf16BigEndian: [UInt8] = [0xFE, 0xFF]
}
