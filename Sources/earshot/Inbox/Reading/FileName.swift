import Foundation

/// A file's name or path as the system holds it: bytes that need not be text.
struct FileName: Sendable {
    /// Without the zero that ends it in C.
    let bytes: [UInt8]

    init(bytes: [UInt8]) { self.bytes = bytes }

    init(_ text: String) { bytes = Array(text.utf8) }

    /// For people and their terminals; bytes that are no text, and signs that steer or turn round what is shown, are U+FFFD.
    var shown: String {
        var shown = String.UnicodeScalarView()
        shown.append(
            contentsOf: String(decoding: bytes, as: UTF8.self).unicodeScalars.map { scalar in
                switch scalar.properties.generalCategory {
                case .control, .format, .lineSeparator, .paragraphSeparator: "\u{FFFD}"
                default: scalar
                }
            })
        return String(shown)
    }

    var isHidden: Bool { bytes.first == UInt8(ascii: ".") }

    func ends(in ending: String) -> Bool { bytes.suffix(ending.utf8.count).elementsEqual(ending.utf8) }

    /// The order of folders and reports: that of the bytes, the same on every machine.
    func precedes(_ other: FileName) -> Bool {
        bytes.withUnsafeBytes { own in
            other.bytes.withUnsafeBytes { others in
                guard let start = own.baseAddress, let other = others.baseAddress else {
                    return own.count < others.count
                }
                let order = memcmp(start, other, min(own.count, others.count))
                return order == 0 ? own.count < others.count : order < 0
            }
        }
    }

    func withCString<Answer>(_ use: (UnsafePointer<CChar>) -> Answer) -> Answer {
        (bytes.map(CChar.init(bitPattern:)) + [0]).withUnsafeBufferPointer { buffer in
            buffer.baseAddress.map(use) ?? "".withCString(use)
        }
    }
}
