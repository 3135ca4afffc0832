/// A field such as `text/plain; charset="utf-8"`: a keyword and its parameters (RFC 2045, RFC 2231).
struct FieldParameters {
    /// Lower case, such as `text/plain` or `attachment`.
    let keyword: String
    private let parameters: [String: String]

    init(_ field: ArraySlice<UInt8>) {
        var sections = Self.sections(field)[...]
        keyword = String(decoding: (sections.popFirst() ?? [])[...].trimmed, as: UTF8.self).lowercased()
        var parameters: [String: String] = [:]
        for section in sections {
            guard let equals = section.firstIndex(of: UInt8(ascii: "=")) else { continue }
            let name = String(decoding: section[..<equals].trimmed, as: UTF8.self).lowercased()
            let value = section[(equals + 1)...].trimmed
            // RFC 2231: `name*0*=charset'language'%41`, in pieces that mail programs write in order.
            let base = String(name.prefix { $0 != "*" })
            parameters[base, default: ""] += name.hasSuffix("*") ? Self.extended(value) : Self.text(value)
        }
        self.parameters = parameters
    }

    subscript(name: String) -> String? { parameters[name] }

    /// Parts at semicolons outside quotes, without comments in brackets and with quotes taken off.
    private static func sections(_ field: ArraySlice<UInt8>) -> [[UInt8]] {
        var sections: [[UInt8]] = [[]]
        var (isQuoted, isEscaped, comments) = (false, false, 0)
        for byte in field {
            let isFirst = sections[sections.count - 1].isEmpty
            if isEscaped {
                isEscaped = false
                if comments == 0 { sections[sections.count - 1].append(byte) }
            } else if byte == UInt8(ascii: "\\"), isQuoted || comments > 0 {
                isEscaped = true
            } else if byte == UInt8(ascii: "\""), comments == 0 {
                isQuoted.toggle()
            } else if !isQuoted, byte == UInt8(ascii: "(") {
                comments += 1
            } else if !isQuoted, byte == UInt8(ascii: ")"), comments > 0 {
                comments -= 1
            } else if !isQuoted, comments == 0, byte == UInt8(ascii: ";") {
                sections.append([])
            } else if comments == 0, !(isFirst && byte.isASCIISpace) {
                sections[sections.count - 1].append(byte)
            }
        }
        return sections
    }

    private static func text(_ value: ArraySlice<UInt8>) -> String { String(decoding: value, as: UTF8.self) }

    private static func extended(_ value: ArraySlice<UInt8>) -> String {
        let coded = value.split(separator: UInt8(ascii: "'"), maxSplits: 2, omittingEmptySubsequences: false).last ?? []
        return text(TransferEncoding.hexDecoded(coded, escape: UInt8(ascii: "%"))[...])
    }
}
