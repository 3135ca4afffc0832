internal import HTTPTypes
package import Hummingbird
internal import NIOCore

/// The fields and files of a posted form, as RFC 7578 shapes `multipart/form-data`.
///
/// It is held in memory whole, within the bound that the page names; nothing of it touches a disk.
package struct MultipartForm: Sendable {
    /// More fields and files than any page of ours has or takes.
    package static let mostParts = 600
    /// A part's own lines, in bytes; a file's name is the longest in them.
    private static let longestHead = 4_096

    /// In the order in which they were sent.
    package let parts: [MultipartPart]

    /// - Parameter boundary: as the content type names it, without the two hyphens.
    /// - Throws: ``MultipartRefused/broken`` for a body that breaks off or is no such form, ``MultipartRefused/tooManyParts``.
    package init(_ body: [UInt8], boundary: String) throws(MultipartRefused) {
        let dashes = Array("--\(boundary)".utf8)
        let delimiter = [0x0D, 0x0A] + dashes
        var rest: ArraySlice<UInt8>
        if body.starts(with: dashes) {
            rest = body[dashes.count...]
        } else {
            guard let first = Self.place(of: delimiter, in: body[...]) else { throw .broken }
            rest = body[first.upperBound...]
        }
        var parts: [MultipartPart] = []
        while !rest.starts(with: [0x2D, 0x2D]) {
            guard parts.count < Self.mostParts else { throw .tooManyParts }
            rest = rest.drop { $0 == 0x20 || $0 == 0x09 }
            guard rest.starts(with: [0x0D, 0x0A]),
                let headEnd = Self.place(of: [0x0D, 0x0A, 0x0D, 0x0A], in: rest.prefix(Self.longestHead)),
                let next = Self.place(of: delimiter, in: rest[headEnd.upperBound...]),
                let part = MultipartPart(
                    head: rest[rest.startIndex..<headEnd.lowerBound],
                    bytes: rest[headEnd.upperBound..<next.lowerBound])
            else { throw .broken }
            parts.append(part)
            rest = rest[next.upperBound...]
        }
        self.parts = parts
    }

    /// Reads the form that `request` brings.
    ///
    /// - Parameter mostBytes: of the whole body; no more than these are ever held.
    /// - Throws: ``MultipartRefused``.
    package static func of(
        _ request: Request, upTo mostBytes: Int
    ) async throws(MultipartRefused) -> MultipartForm {
        let type = request.headers[.contentType] ?? ""
        guard type.split(separator: ";").first?.lowercased().filter({ $0 != " " }) == "multipart/form-data" else {
            throw .notMultipart
        }
        guard let boundary = FieldParameters(type)["boundary"], (1...70).contains(boundary.utf8.count) else {
            throw .broken
        }
        // Whoever says beforehand that it is too much is told before it is sent.
        let announced = request.headers[.contentLength].flatMap { Int($0) } ?? 0
        guard announced <= mostBytes else { throw .tooLarge }
        let body: [UInt8]
        do {
            body = Array(try await request.body.collect(upTo: mostBytes).readableBytesView)
        } catch is NIOTooManyBytesError {
            throw .tooLarge
        } catch {
            // Whatever ended the body early lies with the sender or the line, and is no fault of ours to be logged.
            throw .broken
        }
        return try MultipartForm(body, boundary: boundary)
    }

    /// The text of the first field of this name, or nil when it is missing.
    package subscript(name: String) -> String? {
        parts.first { $0.name == name }.map { String(decoding: $0.bytes, as: UTF8.self) }
    }

    private static func place(of sought: [UInt8], in bytes: ArraySlice<UInt8>) -> Range<Int>? {
        var start = bytes.startIndex
        while let found = bytes[start...].firstIndex(of: 0x0D) {
            let end = found + sought.count
            guard end <= bytes.endIndex else { return nil }
            if bytes[found..<end].elementsEqual(sought) { return found..<end }
            start = found + 1
        }
        return nil
    }
}

/// One field or file of a form.
package struct MultipartPart: Sendable {
    package let name: String
    /// What the sender's machine calls the file; empty where none was chosen, nil for a plain field.
    package let fileName: String?
    package let bytes: ArraySlice<UInt8>

    /// - Returns: nil where its lines do not name a field of a form.
    init?(head: ArraySlice<UInt8>, bytes: ArraySlice<UInt8>) {
        let lines = String(decoding: head, as: UTF8.self).split(whereSeparator: \.isNewline)
        let disposition = lines.first { $0.lowercased().hasPrefix("content-disposition:") }
        guard let value = disposition?.split(separator: ":", maxSplits: 1).last,
            value.split(separator: ";").first?.lowercased().filter({ $0 != " " }) == "form-data"
        else { return nil }
        let parameters = FieldParameters(String(value))
        guard let name = parameters["name"] else { return nil }
        self.name = Self.plain(name)
        fileName = parameters["filename"].map(Self.plain)
        self.bytes = bytes
    }

    /// What a browser writes for the three signs that would end a name.
    private static func plain(_ text: String) -> String {
        text.replacing("%22", with: "\"").replacing("%0D", with: "\r").replacing("%0A", with: "\n")
    }
}

/// What follows the first semicolon of a header's value: `name="files"; filename="a.txt"`.
private struct FieldParameters {
    private var values: [String: String] = [:]

    init(_ value: String) {
        var rest = value.drop { $0 != ";" }
        while rest.first == ";" {
            rest = rest.dropFirst().drop(while: \.isWhitespace)
            let name = rest.prefix { $0 != "=" && $0 != ";" }
            rest = rest.dropFirst(name.count)
            guard rest.first == "=" else { continue }
            rest = rest.dropFirst()
            var text = ""
            if rest.first == "\"" {
                rest = rest.dropFirst()
                while let sign = rest.popFirst(), sign != "\"" {
                    // Only a quotation mark is ever meant to be masked; other backslashes are the file's own.
                    text.append(sign == "\\" && rest.first == "\"" ? rest.removeFirst() : sign)
                }
                rest = rest.drop { $0 != ";" }
            } else {
                let token = rest.prefix { $0 != ";" }
                text = token.split(whereSeparator: \.isWhitespace).joined(separator: " ")
                rest = rest.dropFirst(token.count)
            }
            values[name.lowercased()] = values[name.lowercased()] ?? text
        }
    }

    subscript(name: String) -> String? { values[name] }
}

/// Why a form with files was not read; nothing of it is used then.
package enum MultipartRefused: Error, Hashable, Sendable, CustomStringConvertible {
    /// It has another content type.
    case notMultipart
    /// It breaks off, or is not shaped as its content type says.
    case broken
    /// It has more bytes than the page takes.
    case tooLarge
    /// It has more fields and files than any page takes.
    case tooManyParts

    package var description: String {
        switch self {
        case .notMultipart: "That was not a form with files. Send it as multipart/form-data."
        case .broken: "The form is not whole. Send it again."
        case .tooLarge: "The form is too large. Send less at a time."
        case .tooManyParts: "The form has more than \(MultipartForm.mostParts) parts. Send fewer at a time."
        }
    }
}
