internal import CZlib

/// Bytes as gzip packs them (RFC 1952), for pages and style sheets that are the same for everyone.
///
/// Nothing that holds a secret beside what somebody typed may be packed: the size would tell the secret (BREACH, 2013).
enum Gzip {
    /// - Returns: nil when the machine has no memory for it; then the bytes are sent as they are.
    static func packed(_ bytes: [UInt8]) -> [UInt8]? {
        var stream = z_stream()
        // 15 bits of window, and 16 for a gzip head instead of zlib's own.
        guard
            deflateInit2_(
                &stream, Z_BEST_COMPRESSION, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
                Int32(MemoryLayout<z_stream>.size)) == Z_OK
        else { return nil }
        defer { deflateEnd(&stream) }
        var input = bytes
        var packed = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(input.count))))
        let room = packed.count
        let result = input.withUnsafeMutableBufferPointer { from in
            packed.withUnsafeMutableBufferPointer { to in
                stream.next_in = from.baseAddress
                stream.avail_in = UInt32(from.count)
                stream.next_out = to.baseAddress
                stream.avail_out = UInt32(to.count)
                return deflate(&stream, Z_FINISH)
            }
        }
        guard result == Z_STREAM_END else { return nil }
        return Array(packed.prefix(room - Int(stream.avail_out)))
    }
}
