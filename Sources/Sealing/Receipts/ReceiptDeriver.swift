package import Concerns
internal import Crypto
internal import CryptoExtras
package import Foundation

/// Turns a receipt into the two things that are kept instead of it, slowly.
package struct ReceiptDeriver: Sendable {
    private let salt: Data
    private let lookupKey: SymmetricKey

    /// - Parameter key: the service's receipt key, 32 bytes, which lives outside the database.
    package init(key: Data) {
        let key = SymmetricKey(data: key)
        salt = Data(HMAC<SHA256>.authenticationCode(for: Data("earshot receipt salt 1".utf8), using: key))
        lookupKey = SymmetricKey(
            data: HMAC<SHA256>.authenticationCode(for: Data("earshot receipt lookup 1".utf8), using: key))
    }

    /// - Throws: a CryptoKit error when the machine cannot do it.
    package func derive(_ receipt: Receipt, cost: ReceiptCost = .today) throws -> DerivedReceipt {
        let slow = try KDF.Scrypt.deriveKey(
            from: receipt.secret, salt: salt, outputByteCount: 64, rounds: cost.rounds, blockSize: cost.blockSize,
            parallelism: cost.parallelism)
        let bytes = slow.withUnsafeBytes { Data($0) }
        let lookup = HMAC<SHA256>.authenticationCode(for: bytes.prefix(32), using: lookupKey)
        let replies = try XWingMLKEM768X25519.PrivateKey(seedRepresentation: bytes.suffix(32), publicKey: nil)
        return DerivedReceipt(
            lookup: Data(lookup), cost: cost, opener: ReplyOpener(key: replies),
            additionKey: KeyedMark.of(Data("earshot addition key 1".utf8), key: Data(bytes.suffix(32))))
    }
}

/// What a receipt becomes: one half finds the thread, the other opens the replies in it.
package struct DerivedReceipt: Sendable {
    /// 32 bytes that find the thread; the only trace of the receipt that is kept.
    package let lookup: Data
    package let cost: ReceiptCost
    /// Opens the replies; lives as long as the request that brought the receipt.
    package let opener: ReplyOpener
    /// 32 bytes under which what is added to the thread is known again (``SendingKeys``); kept nowhere, and nothing that is
    /// kept gives them.
    package let additionKey: Data

    /// Seals replies; kept with the thread.
    package var replyKey: ReplyKey { opener.replyKey }
}
