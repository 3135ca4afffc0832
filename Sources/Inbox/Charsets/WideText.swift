/// Text in units of two or four bytes (UTF-16, UTF-32), made UTF-8 as its bytes come.
struct WideText {
    enum Form: Equatable {
        case utf16(isLittle: Bool)
        case utf32(isLittle: Bool)
    }

    private let form: Form
    /// The bytes of a unit that is not whole yet.
    private var pending: [UInt8] = []
    /// The first half of a letter of two units.
    private var lead: UInt32?

    init(_ form: Form) { self.form = form }

    /// Half a letter, and what is no letter, comes out as U+FFFD; a mark of byte order as one.
    mutating func take(_ chunk: ArraySlice<UInt8>) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(chunk.count)
        let bytes = pending.isEmpty ? chunk : (pending + chunk)[...]
        let width = form.width
        let end = bytes.startIndex + bytes.count / width * width
        for place in stride(from: bytes.startIndex, to: end, by: width) {
            append(form.unit(of: bytes, at: place), to: &text)
        }
        pending = Array(bytes[end...])
        return text
    }

    static func utf8(of bytes: ArraySlice<UInt8>, _ form: Form) -> [UInt8] {
        var text = WideText(form)
        return text.take(bytes)
    }

    private mutating func append(_ unit: UInt32, to text: inout [UInt8]) {
        if let first = lead {
            lead = nil
            if (0xDC00..<0xE000).contains(unit) {
                put(0x10000 + (first - 0xD800) << 10 + (unit - 0xDC00), to: &text)
                return
            }
            put(0xFFFD, to: &text)
        }
        if (0xD800..<0xDC00).contains(unit), form.width == 2 { lead = unit } else { put(unit, to: &text) }
    }

    private func put(_ value: UInt32, to text: inout [UInt8]) {
        if value < 0x80 {
            text.append(UInt8(value))
        } else {
            text += String(Character(Unicode.Scalar(value) ?? "\u{FFFD}")).utf8
        }
    }
}

extension WideText.Form {
    var width: Int { if case .utf16 = self { 2 } else { 4 } }

    var isLittle: Bool {
        switch self {
        case .utf16(let isLittle), .utf32(let isLittle): isLittle
        }
    }

    fileprivate func unit(of bytes: ArraySlice<UInt8>, at place: Int) -> UInt32 {
        var unit: UInt32 = 0
        for offset in 0..<width {
            unit = unit << 8 | UInt32(bytes[place + (isLittle ? width - 1 - offset : offset)])
        }
        return unit
    }

    /// By the mark of byte order, or because the bytes can hardly be anything else; nil when neither.
    init?(of bytes: ArraySlice<UInt8>) {
        let start = Array(bytes.prefix(512))
        if let marked = Self.marks.first(where: { start.starts(with: $0.bytes) }) {
            self = marked.form
            return
        }
        guard start.count >= 4, start.contains(0) else { return nil }
        for isLittle in [true, false] {
            if Self.isUTF32(start, isLittle) {
                self = .utf32(isLittle: isLittle)
                return
            }
        }
        for isLittle in [true, false] {
            if Self.isUTF16(start, isLittle) {
                self = .utf16(isLittle: isLittle)
                return
            }
        }
        return nil
    }

    /// That of UTF-32 begins with that of UTF-16.
    private static let marks: [(bytes: [UInt8], form: WideText.Form)] = [
        ([0xFF, 0xFE, 0, 0], .utf32(isLittle: true)), ([0, 0, 0xFE, 0xFF], .utf32(isLittle: false)),
        (ByteOrderMark.utf16LittleEndian, .utf16(isLittle: true)),
        (ByteOrderMark.utf16BigEndian, .utf16(isLittle: false)),
    ]

    /// The highest byte of each letter is zero and the next at most 16, and no letter is zero.
    private static func isUTF32(_ start: [UInt8], _ isLittle: Bool) -> Bool {
        let form = WideText.Form.utf32(isLittle: isLittle)
        guard start.count >= 8 else { return false }
        return stride(from: 0, through: start.count - 4, by: 4).allSatisfy { place in
            Unicode.Scalar(form.unit(of: start[...], at: place)).map { $0.value >= 0x09 } ?? false
        }
    }

    /// The high bytes of an alphabet's letters are one and the same; those of blanks and of Western letters are zero.
    ///
    /// Letters with a control character between them, whatever it is, are not so: no blank among them has a zero.
    private static func isUTF16(_ start: [UInt8], _ isLittle: Bool) -> Bool {
        var counts = [Int](repeating: 0, count: 256)
        for place in stride(from: isLittle ? 1 : 0, to: start.count, by: 2) { counts[Int(start[place])] += 1 }
        for place in stride(from: isLittle ? 0 : 1, to: start.count, by: 2) where start[place] == 0 { return false }
        let units = start.count / 2
        guard let zeros = counts.first, zeros > 0 else { return false }
        // Plain text with zeros further down has its own letters in these places.
        guard counts[0x21..<0x7F].reduce(0, +) * 20 <= units else { return false }
        // Two of three, or a third where the rest is Latin letters with marks.
        if zeros * 3 > units * 2 { return true }
        func fill(_ high: UInt8...) -> Bool { high.reduce(zeros) { $0 + counts[Int($1)] } * 20 >= units * 19 }
        if zeros * 3 > units, fill(0x01, 0x02, 0x20) { return true }
        let other = Self.alphabets.max { counts[Int($0)] < counts[Int($1)] } ?? 0
        return units >= 8 && counts[Int(other)] > 0 && fill(other, 0x20, 0xFE)
    }

    /// Greek, Cyrillic, Hebrew and Armenian, Arabic, Ethiopic, and the Indian alphabets whose byte is no line end.
    private static let alphabets: [UInt8] = [
        0x03, 0x04, 0x05, 0x06, 0x07, 0x09, 0x0B, 0x0C, 0x0E, 0x0F, 0x10, 0x12, 0x13, 0x17,
    ]
}
