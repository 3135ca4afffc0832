import CQREncode

/// A text as a square code that the camera of a phone reads.
///
/// ISO/IEC 18004, byte mode, error correction M: it may lose 15 % to a crease or a stain on the poster.
package struct QRCode: Hashable, Sendable {
    /// The most bytes of UTF-8 that the largest code of this kind holds (version 40, M).
    package static let longestText = 2331

    package let modules: Bitmap

    /// - Throws: ``NoQRCode`` when the text is empty or too long, or when there is no memory.
    package init(_ text: String) throws(NoQRCode) {
        let bytes = Array(text.utf8)
        guard !bytes.isEmpty else { throw .isEmpty }
        guard bytes.count <= Self.longestText else { throw .isTooLong(bytes: bytes.count) }
        // Version 0 asks for the smallest code that holds the text.
        guard let code = QRcode_encodeData(Int32(bytes.count), bytes, 0, QR_ECLEVEL_M) else { throw .hasNoMemory }
        defer { QRcode_free(code) }
        guard let data = code.pointee.data else { throw .hasNoMemory }
        let width = Int(code.pointee.width)
        // The lowest bit of each byte is the colour of the module; the others tell what the module is for.
        modules = Bitmap(side: width) { row, column in data[row * width + column] & 1 == 1 }
    }
}

/// Why there is no code for a text.
package enum NoQRCode: Error, Equatable, CustomStringConvertible {
    case isEmpty
    case isTooLong(bytes: Int)
    case hasNoMemory

    package var description: String {
        switch self {
        case .isEmpty: "There is no text to make a square code of. Give the address that it should lead to."
        case .isTooLong(let bytes):
            "The text for the square code has \(bytes) bytes. It holds \(QRCode.longestText); give a shorter address."
        case .hasNoMemory: "There was no memory to make the square code. Try again."
        }
    }
}
