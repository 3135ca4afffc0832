import Foundation

/// A charset that the C library reads.
struct ForeignCharset: Hashable {
    /// As mail states it, in lower case.
    let label: String

    /// Nil unless the label has the strict shape of a name: `iconv_open` takes orders after a slash, and an empty name
    /// or one of the library's own shapes of memory would mean this machine's.
    ///
    /// - Parameter label: in lower case.
    init?(label: String) {
        let marks = Array("-_.:+".utf8)
        let isName = label.utf8.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || marks.contains($0) }
        guard isName, (2...40).contains(label.utf8.count), label.utf8.first.map(marks.contains) == false,
            !["internal", "wchar_t", "char"].contains(label)
        else { return nil }
        self.label = label
    }

    var isOneByte: Bool { ["iso-8859-", "windows-125", "cp125", "koi8-"].contains(where: label.hasPrefix) }

    /// Whether plain ASCII text is the same in it; charsets that switch between alphabets use ASCII for that.
    var holdsASCII: Bool {
        !["utf-7", "utf7", "iso-2022", "iso2022", "hz", "utf-32", "ucs", "utf32", "ebcdic", "ibm", "cp037"]
            .contains(where: label.hasPrefix)
    }

    struct Decoded {
        /// UTF-8, with U+FFFD for each byte that is not of the charset.
        var bytes: [UInt8] = []
        /// Whether every byte was of the charset.
        var isWhole = true
        /// Whether the last letter is not all there.
        var isCutOff = false
    }

    /// Nil when the library does not know the charset.
    func utf8(of bytes: ArraySlice<UInt8>) -> Decoded? {
        let descriptor = iconv_open("UTF-8", Self.wider[label] ?? label)
        guard let descriptor, UInt(bitPattern: descriptor) != UInt.max else { return nil }
        defer { iconv_close(descriptor) }
        var input = bytes.map { CChar(bitPattern: $0) }
        return input.withUnsafeMutableBufferPointer { Self.decoded($0, by: descriptor) }
    }

    /// What mail means by a name is often a later and wider charset; the others hold the same letters and more.
    private static let wider: [String: String] = [
        "gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "gb_2312-80": "gb18030", "cp936": "gb18030",
        "euc-kr": "cp949", "ks_c_5601-1987": "cp949", "ks_c_5601": "cp949", "shift_jis": "cp932",
        "shift-jis": "cp932", "sjis": "cp932", "x-sjis": "cp932", "windows-31j": "cp932", "big5": "big5-hkscs",
        "cn-big5": "big5-hkscs", "tis-620": "cp874", "iso-8859-11": "cp874", "iso-8859-9": "cp1254",
        "iso-8859-8-i": "iso-8859-8", "iso-8859-8-e": "iso-8859-8", "x-mac-roman": "macintosh",
        "x-mac-cyrillic": "mac-cyrillic", "unicode-1-1-utf-7": "utf-7", "windows-874": "cp874",
    ]

    private static func decoded(_ input: UnsafeMutableBufferPointer<CChar>, by descriptor: iconv_t) -> Decoded {
        var decoded = Decoded()
        var next = input.baseAddress
        var left = input.count
        var output = [CChar](repeating: 0, count: 16_384)
        var isFlushed = false
        while !isFlushed {
            // With no input left, letters that wait for a mark to join them are written out.
            isFlushed = left == 0
            let before = left
            var (problem, written) = (Int32(0), 0)
            output.withUnsafeMutableBufferPointer { buffer in
                var out = buffer.baseAddress
                var room = buffer.count
                let converted =
                    isFlushed
                    ? iconv(descriptor, nil, nil, &out, &room) : iconv(descriptor, &next, &left, &out, &room)
                problem = converted == Int.max || converted == -1 ? errno : 0
                written = buffer.count - room
            }
            decoded.bytes.append(contentsOf: output[..<written].lazy.map { UInt8(bitPattern: $0) })
            if isFlushed || problem == 0 { continue }
            if problem == E2BIG, written > 0 || left < before { continue }
            if problem == EINVAL {
                (decoded.isCutOff, decoded.isWhole) = (true, false)
                left = 0
                continue
            }
            decoded.isWhole = false
            decoded.bytes += "\u{FFFD}".utf8
            next = next.map { $0 + 1 }
            left -= 1
        }
        return decoded
    }
}
