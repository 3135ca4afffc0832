import Foundation

/// The head of a mail or of a part of one (RFC 5322): the fields that are asked for, each where it first stands.
///
/// A head of a million fields costs no more than reading through it.
struct HeaderFields {
    private let bytes: ArraySlice<UInt8>
    private var fields: [(name: FieldName, value: Range<Int>)] = []
    private var seen: UInt64 = 0
    /// How many fields there are, asked for or not.
    private var count = 0

    private init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

    static let none = HeaderFields([])

    /// Reads the head and gives the body that follows its blank line; the whole is body when there is no head, so that
    /// text that happens to hold colons is not lost.
    ///
    /// - Parameter bytes: with LF line ends.
    static func split(_ bytes: ArraySlice<UInt8>) -> (fields: HeaderFields, body: ArraySlice<UInt8>) {
        var head = HeaderFields(bytes)
        let start = afterPostmark(bytes)
        let body = bytes.withUnsafeBufferPointer { buffer in
            head.read(buffer, from: start - bytes.startIndex, origin: bytes.startIndex) + bytes.startIndex
        }
        guard head.seen != 0 || (head.count == 0 && bytes[start...].first == 0x0A) else {
            return (none, bytes[start...])
        }
        return (head, bytes[body...])
    }

    /// Whether a mail begins here.
    static func begin(_ bytes: ArraySlice<UInt8>) -> Bool {
        let (fields, _) = split(bytes)
        // Letters too may state their date on top.
        let ofLetters = [FieldName.date, .subject, .from, .to]
        return fields.count >= 2 && fields.fields.contains { !ofLetters.contains($0.name) || $0.name == .subject }
            || fields.has(.from) && (fields.has(.date) || fields.has(.to))
    }

    /// Whether a mail begins here that has fields which only mail programs write.
    static func routed(_ bytes: ArraySlice<UInt8>) -> Bool {
        let (fields, _) = split(bytes)
        return fields.has(.from)
            && [.received, .returnPath, .messageID, .mimeVersion, .deliveredTo].contains(where: fields.has)
    }

    func has(_ name: FieldName) -> Bool { seen & name.bit != 0 }

    /// The field as it stands, folded lines and all, without white space around it.
    subscript(name: FieldName) -> ArraySlice<UInt8>? {
        guard has(name), let field = fields.first(where: { $0.name == name }) else { return nil }
        return bytes[field.value].trimmed
    }

    /// The field in lower case; for those that mail programs write and nobody reads.
    func keyword(_ name: FieldName) -> String? { self[name].map { $0.prefix(1000).keyword } }

    /// Some programs leave the postmark of the mailbox on top.
    private static func afterPostmark(_ bytes: ArraySlice<UInt8>) -> Int {
        guard let first = bytes.first, first == UInt8(ascii: "F") || first == UInt8(ascii: ">") else {
            return bytes.startIndex
        }
        let line = first == UInt8(ascii: ">") ? bytes.dropFirst() : bytes
        return Postmark.isOnTop(of: line) ? bytes.afterLine(at: bytes.startIndex) : bytes.startIndex
    }

    /// Gives the place where the body begins.
    ///
    /// A line that is neither a field nor goes on with one begins it without a blank line.
    private mutating func read(_ buffer: UnsafeBufferPointer<UInt8>, from start: Int, origin: Int) -> Int {
        var line = start
        var (isLastKept, isMended) = (false, false)
        while line < buffer.count {
            let end = buffer.place(of: 0x0A, from: line) ?? buffer.count
            let next = min(end + 1, buffer.count)
            let first = buffer[line]
            if first == 0x0A { return next }
            if first.isASCIISpace {
                if buffer[line..<end].allSatisfy(\.isASCIISpace) { return next }
                guard count > 0 else { return line }
                if isLastKept, let last = fields.indices.last {
                    fields[last].value = fields[last].value.lowerBound..<end + origin
                }
                line = next
                continue
            }
            guard let colon = Self.colon(of: buffer, from: line, to: end) else {
                if isMended || !Self.goesOn(buffer, from: next) { return line }
                (isMended, isLastKept, line) = (true, false, next)
                continue
            }
            count += 1
            isLastKept = false
            if let name = FieldName(buffer[line..<colon.nameEnd]), !has(name) {
                seen |= name.bit
                fields.append((name, colon.place + 1 + origin..<end + origin))
                isLastKept = true
            }
            line = next
        }
        return buffer.count
    }

    /// Whether a head goes on here: every line up to a blank one is a field's, and one that no person writes is there.
    private static func goesOn(_ buffer: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
        var line = start
        var isOfPrograms = false
        while line < buffer.count, buffer[line] != 0x0A {
            let end = buffer.place(of: 0x0A, from: line) ?? buffer.count
            if buffer[line] != 0x20, buffer[line] != 0x09 {
                guard let colon = colon(of: buffer, from: line, to: end) else { return false }
                let name = FieldName(buffer[line..<colon.nameEnd])
                isOfPrograms =
                    isOfPrograms || name == .contentType || name == .mimeVersion || name == .messageID
                    || name == .received || name == .contentTransferEncoding
            }
            line = end + 1
        }
        return isOfPrograms
    }

    /// The colon of a field and the end of the name before it; nil when the line is no field.
    private static func colon(
        of buffer: UnsafeBufferPointer<UInt8>, from line: Int, to end: Int
    ) -> (place: Int, nameEnd: Int)? {
        var place = line
        while place < end, (0x21...0x7E).contains(buffer[place]), buffer[place] != UInt8(ascii: ":") { place += 1 }
        let nameEnd = place
        // Blanks between name and colon are old usage (RFC 5322, 4.5).
        while place < end, buffer[place] == 0x20 || buffer[place] == 0x09 { place += 1 }
        guard place < end, buffer[place] == UInt8(ascii: ":"), nameEnd > line else { return nil }
        return (place, nameEnd)
    }
}
