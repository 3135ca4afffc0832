/// Reads the parameters of a field one by one, with quotes and comments taken off.
struct ParameterReader {
    private let field: ArraySlice<UInt8>
    private var place: Int
    /// Some programs forget the semicolons.
    private let dividesAtBlanks: Bool

    init(_ field: ArraySlice<UInt8>) {
        self.field = field
        place = field.startIndex
        dividesAtBlanks = field.place(of: UInt8(ascii: ";")) == nil
    }

    /// Nil at the end of the field.
    mutating func next() -> (name: ArraySlice<UInt8>, value: [UInt8])? {
        while place < field.endIndex {
            let part = section()
            if let equals = part.place(of: UInt8(ascii: "=")), !part[..<equals].isBlank {
                return (part[..<equals].trimmed, Array(part[(equals + 1)...]))
            }
        }
        return nil
    }

    /// All up to the next semicolon outside quotes, without the white space that is not quoted around name and value.
    private mutating func section() -> ArraySlice<UInt8> {
        var section: [UInt8] = []
        var (isQuoted, comments, quotedEnd, hasEquals) = (false, 0, 0, false)
        while place < field.endIndex {
            let byte = field[place]
            place += 1
            if isQuoted || comments > 0 {
                if byte == UInt8(ascii: "\\"), place < field.endIndex {
                    if isQuoted { section.append(field[place]) }
                    place += 1
                } else if isQuoted, byte == UInt8(ascii: "\"") {
                    (isQuoted, quotedEnd) = (false, section.count)
                } else if isQuoted {
                    section.append(byte)
                } else if byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")") {
                    comments += byte == UInt8(ascii: "(") ? 1 : -1
                }
                continue
            }
            switch byte {
            case UInt8(ascii: "\""): isQuoted = true
            case UInt8(ascii: "("): comments = 1
            case UInt8(ascii: ";"): return Self.ended(section, quotedEnd)
            case _ where byte.isASCIISpace:
                if dividesAtBlanks, hasEquals { return Self.ended(section, quotedEnd) }
                let isAtStart = section.isEmpty || (hasEquals && quotedEnd == 0 && section.last == UInt8(ascii: "="))
                if !isAtStart { section.append(byte) }
            default:
                hasEquals = hasEquals || byte == UInt8(ascii: "=")
                section.append(byte)
            }
        }
        return Self.ended(section, quotedEnd)
    }

    private static func ended(_ section: [UInt8], _ quotedEnd: Int) -> ArraySlice<UInt8> {
        var end = section.count
        while end > quotedEnd, section[end - 1].isASCIISpace { end -= 1 }
        return section[..<end]
    }
}
