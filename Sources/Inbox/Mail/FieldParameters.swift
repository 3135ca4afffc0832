/// A field such as `text/plain; charset="utf-8"`: a keyword and its parameters (RFC 2045, RFC 2231).
struct FieldParameters {
    /// Lower case, such as `text/plain` or `attachment`.
    let keyword: String
    private let field: ArraySlice<UInt8>

    /// Names of files may be long, but not without end.
    private static let mostBytes = 16_384

    init(_ field: ArraySlice<UInt8>) {
        let field = field.trimmed.prefix(Self.mostBytes)
        let end =
            field.firstIndex { $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: "(") || $0.isASCIISpace } ?? field.endIndex
        keyword = field[..<end].prefix(200).keyword
        self.field = field[end...]
    }

    /// What a parameter says; nil when it is not there.
    ///
    /// - Parameter name: in small letters.
    subscript(name: String) -> String? {
        guard !field.isEmpty else { return nil }
        var pieces: [Piece] = []
        var reader = ParameterReader(field)
        while let parameter = reader.next() {
            guard parameter.name.startsIgnoringCase(with: name) else { continue }
            let tail = parameter.name.dropFirst(name.utf8.count)
            if tail.isEmpty { return Self.text(parameter.value[...], label: nil) }
            if tail.first == UInt8(ascii: "*") { pieces.append(Piece(tail.dropFirst(), parameter.value)) }
        }
        return pieces.isEmpty ? nil : Self.joined(pieces)
    }

    /// One of `name*0*=charset'language'%41` and its like; programs do not always write them in order.
    private struct Piece {
        let number: Int
        let isCoded: Bool
        let value: [UInt8]

        init(_ tail: ArraySlice<UInt8>, _ value: [UInt8]) {
            let digits = tail.prefix(while: \.isASCIIDigit).prefix(4)
            number = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
            isCoded = digits.isEmpty || tail.last == UInt8(ascii: "*")
            self.value = value
        }
    }

    private static func joined(_ pieces: [Piece]) -> String {
        var label: String?
        var bytes: [UInt8] = []
        for (place, piece) in pieces.sorted(by: { $0.number < $1.number }).enumerated() {
            guard piece.isCoded else {
                bytes += piece.value
                continue
            }
            var coded = piece.value[...]
            if place == 0 {
                let parts = coded.split(separator: UInt8(ascii: "'"), maxSplits: 2, omittingEmptySubsequences: false)
                if parts.count == 3 { (label, coded) = (parts[0].keyword, parts[2]) }
            }
            bytes += TransferEncoding.hexDecoded(coded, escape: UInt8(ascii: "%"))
        }
        return text(bytes[...], label: label)
    }

    private static func text(_ value: ArraySlice<UInt8>, label: String?) -> String {
        label == nil ? String(decoding: value, as: UTF8.self) : DecodedText(value, label: label).text
    }
}
