/// The name of one concern: 128 random bits, so that neither it nor its order tells when it came.
///
/// Shape: 26 characters of lower-case base 32 (RFC 4648, without padding).
package struct ConcernID: Hashable, Sendable, CustomStringConvertible {
    package let description: String

    package init(using generator: inout some RandomNumberGenerator) {
        let alphabet = Array("abcdefghijklmnopqrstuvwxyz234567")
        var bits = UInt128.random(in: .min ... .max, using: &generator)
        var text = ""
        for _ in 0..<26 {
            text.append(alphabet[Int(bits & 31)])
            bits >>= 5
        }
        description = text
    }

    /// - Throws: ``NotAConcernID`` when `text` has another shape, as a mistyped address has.
    package init(_ text: String) throws(NotAConcernID) {
        guard text.utf8.count == 26,
            text.utf8.allSatisfy({ (97...122).contains($0) || (50...55).contains($0) })
        else { throw NotAConcernID() }
        description = text
    }
}

/// What was given where a concern's name was expected.
package struct NotAConcernID: Error, Equatable, CustomStringConvertible {
    package init() {}

    package var description: String { "There is no such concern. Open it from the queue." }
}
