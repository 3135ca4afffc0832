package import Concerns
internal import Crypto
package import Foundation

/// The public key of one thread: a reply sealed with it opens only with the young person's receipt.
package struct ReplyKey: Sendable {
    /// 1,216 bytes.
    package let rawRepresentation: Data
    private let key: XWingMLKEM768X25519.PublicKey

    /// - Throws: ``NotAReplyKey`` when the bytes are none.
    package init(rawRepresentation: Data) throws(NotAReplyKey) {
        guard let key = try? XWingMLKEM768X25519.PublicKey(rawRepresentation: rawRepresentation) else {
            throw NotAReplyKey()
        }
        self.init(key)
    }

    init(_ key: XWingMLKEM768X25519.PublicKey) {
        self.key = key
        rawRepresentation = key.rawRepresentation
    }

    /// - Throws: ``TooLongToSeal``, or a CryptoKit error when the machine's random source fails.
    package func seal(_ reply: String, in concern: ConcernID) throws -> Data {
        try Envelope.seal(
            SizeClass.padded(Data(reply.utf8)), to: key, purpose: ReplyOpener.purpose, owner: concern.description)
    }
}

/// Opens the replies of one thread; made from a receipt and never kept.
package struct ReplyOpener: Sendable {
    static let purpose = "earshot reply 1"

    private let key: XWingMLKEM768X25519.PrivateKey

    init(key: XWingMLKEM768X25519.PrivateKey) { self.key = key }

    var replyKey: ReplyKey { ReplyKey(key.publicKey) }

    /// - Throws: ``ReplyUnreadable`` when the reply is another thread's or was changed.
    package func open(_ sealed: Data, in concern: ConcernID) throws(ReplyUnreadable) -> String {
        guard
            let padded = try? Envelope.open(sealed, with: key, purpose: Self.purpose, owner: concern.description),
            let bytes = SizeClass.unpadded(padded)
        else { throw ReplyUnreadable() }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// Bytes that are no thread's key.
package struct NotAReplyKey: Error, Equatable, CustomStringConvertible {
    package var description: String { "This thread cannot be answered: its key is damaged. Restore it from a backup." }
}

/// A reply that this receipt does not open.
package struct ReplyUnreadable: Error, Equatable, CustomStringConvertible {
    package var description: String { "This answer cannot be opened with this receipt." }
}
