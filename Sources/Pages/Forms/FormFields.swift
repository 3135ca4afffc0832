internal import HTTPTypes
package import Hummingbird
internal import NIOCore

/// The fields of a posted form, as the WHATWG URL standard parses `application/x-www-form-urlencoded`.
///
/// That parser never fails: a lone `%`, bytes that are not UTF-8 or a field given twice lose a young person nothing. Stock
/// decoders answer 500 to each and log what was typed (`Decisions/2026-11-24-forms-never-fail.md`).
package struct FormFields: Sendable {
    /// A form's whole body is no larger, in bytes.
    package static let largestBody = 256 * 1024

    private let values: [String: [String]]

    package init(bytes: some Collection<UInt8>) {
        var values: [String: [String]] = [:]
        for pair in bytes.split(separator: UInt8(ascii: "&")) {
            let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            let name = Self.decoded(parts[0])
            values[name, default: []].append(parts.count > 1 ? Self.decoded(parts[1]) : "")
        }
        self.values = values
    }

    /// Reads the form that `request` brings.
    ///
    /// - Throws: `HTTPError` 415 for another content type, 413 above ``largestBody``, 400 for a body that breaks off or is
    ///   badly cut into chunks.
    package static func of(_ request: Request) async throws -> FormFields {
        let type = request.headers[.contentType]?.split { $0 == ";" || $0.isWhitespace }.first?.lowercased()
        guard type == "application/x-www-form-urlencoded" else { throw HTTPError(.unsupportedMediaType) }
        let body: ByteBuffer
        do {
            body = try await request.body.collect(upTo: largestBody)
        } catch is NIOTooManyBytesError {
            throw HTTPError(.contentTooLarge)
        } catch {
            // Whatever ended the body early lies with the sender or the line, and is no fault of ours to be logged.
            throw HTTPError(.badRequest)
        }
        return FormFields(bytes: body.readableBytesView)
    }

    /// The first value of a field, or nil when it is missing.
    package subscript(name: String) -> String? { values[name]?.first }

    /// The first value that says something, without spaces around it.
    package func text(_ name: String) -> String? {
        guard let text = self[name]?.split(whereSeparator: \.isWhitespace).joined(separator: " "), !text.isEmpty else {
            return nil
        }
        return text
    }

    /// All values of a field that may be ticked several times.
    package func all(_ name: String) -> [String] { values[name] ?? [] }

    /// The same fields without those of these names.
    package func without(_ names: Set<String>) -> FormFields {
        FormFields(values: values.filter { !names.contains($0.key) })
    }

    /// The same fields with this value where none was sent.
    package func with(_ value: String, ifMissing name: String) -> FormFields {
        text(name) == nil ? FormFields(values: values.merging([name: [value]]) { $1 }) : self
    }

    /// The fields as a form sends them, which ``init(bytes:)`` reads again; fields stand in the order of their names.
    package var encoded: [UInt8] {
        var bytes: [UInt8] = []
        for (name, values) in values.sorted(by: { $0.key < $1.key }) {
            for value in values {
                if !bytes.isEmpty { bytes.append(UInt8(ascii: "&")) }
                Self.encode(name, into: &bytes)
                bytes.append(UInt8(ascii: "="))
                Self.encode(value, into: &bytes)
            }
        }
        return bytes
    }

    private init(values: [String: [String]]) { self.values = values }

    private static func encode(_ text: String, into bytes: inout [UInt8]) {
        let digits = Array("0123456789ABCDEF".utf8)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
                bytes.append(byte)
            case UInt8(ascii: " "): bytes.append(UInt8(ascii: "+"))
            default: bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
    }

    private static func decoded(_ bytes: some Collection<UInt8>) -> String {
        var plain: [UInt8] = []
        plain.reserveCapacity(bytes.count)
        var rest = bytes[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "+") {
                plain.append(UInt8(ascii: " "))
            } else if byte == UInt8(ascii: "%"), let value = Self.value(of: rest.prefix(2)) {
                plain.append(value)
                rest = rest.dropFirst(2)
            } else {
                plain.append(byte)
            }
        }
        return String(decoding: plain, as: UTF8.self)
    }

    private static func value(of digits: some Collection<UInt8>) -> UInt8? {
        guard digits.count == 2 else { return nil }
        return digits.reduce(UInt8?(0)) { value, byte in
            guard let value, let digit = Character(UnicodeScalar(byte)).hexDigitValue else { return nil }
            return value << 4 | UInt8(digit)
        }
    }
}
