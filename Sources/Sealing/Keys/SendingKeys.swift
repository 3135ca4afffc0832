package import Concerns
internal import Crypto
package import Foundation

/// Makes sending the same form twice harmless: what is random elsewhere is derived here from the form's own number.
///
/// A form has one receipt, however often it is sent, and marks by which the store knows it again. All come of a key that
/// lives two days outside the database. Once it is destroyed, database, files and an old page with its form together do not
/// give the receipt (HKDF, RFC 5869; HMAC, RFC 2104).
package struct SendingKeys: Sendable {
    private let key: @Sendable (_ epoch: Int) -> Data?

    /// - Parameter key: the 32 bytes of a period, the same whenever asked; nil where there are none any more or none can be
    ///   kept.
    package init(key: @escaping @Sendable (_ epoch: Int) -> Data?) { self.key = key }

    /// The period whose key serves a form made then: days of UTC since 1970.
    package static func epoch(ofSecond second: Int) -> Int { second / 86_400 }

    /// The one receipt of a form, or nil without its key.
    package func receipt(for token: FormToken) -> Receipt? {
        guard let key = key(Self.epoch(ofSecond: token.madeAtSecond)) else { return nil }
        let secret = HKDF<SHA256>.deriveKey(
            inputKeyMaterial: SymmetricKey(data: key), info: Data("earshot sending receipt 1".utf8) + token.nonce,
            outputByteCount: 9)
        return Receipt(random: secret.withUnsafeBytes { Array($0) })
    }

    /// By what a form with this content is known again, or nil without its key.
    ///
    /// Both marks hold the form's number, 16 random bytes that stand in the young person's page and are kept nowhere: who
    /// has the database and the key cannot try guessed words against them.
    ///
    /// - Parameter content: all that was in the form.
    package func marks(of token: FormToken, content: Data) -> SendingMarks? {
        let epoch = Self.epoch(ofSecond: token.madeAtSecond)
        return key(epoch).map { key in
            SendingMarks(
                mark: Self.mac("earshot sending mark 1", token.nonce, key: key),
                content: Self.mac("earshot sending content 1", token.nonce + content, key: key), epoch: epoch)
        }
    }

    /// By what words added to a thread are known again on the same day, or nil without the day's key.
    ///
    /// The box for them holds no token, so other words have another mark and are never refused. Few words are soon guessed,
    /// so the marks need the receipt too: database and key together do not tell whether someone added “yes”.
    ///
    /// - Parameter additionKey: 32 bytes that only the receipt gives (``DerivedReceipt/additionKey``).
    package func marks(
        ofAdding words: Original, to thread: ConcernID, with additionKey: Data, atSecond now: Int
    ) -> SendingMarks? {
        let epoch = Self.epoch(ofSecond: now)
        let content = Data(thread.description.utf8) + Data(words.words.utf8)
        return key(epoch).map { key in
            let own = Self.mac("earshot addition key 1", additionKey, key: key)
            return SendingMarks(
                mark: Self.mac("earshot addition mark 1", content, key: own),
                content: Self.mac("earshot addition content 1", content, key: own), epoch: epoch)
        }
    }

    /// What comes before `bytes` has a fixed length for each purpose, so that no two inputs run together.
    private static func mac(_ purpose: String, _ bytes: Data, key: Data) -> Data {
        KeyedMark.of(Data(purpose.utf8) + bytes, key: key)
    }
}

/// By what a sending is known again; tells nothing to whoever has not its period's key.
package struct SendingMarks: Hashable, Sendable {
    /// 32 bytes, the same for one form whatever is in it.
    package let mark: Data
    /// 32 bytes, the same for the same form with the same content.
    package let content: Data
    /// The period whose key made both.
    package let epoch: Int

    package init(mark: Data, content: Data, epoch: Int) {
        self.mark = mark
        self.content = content
        self.epoch = epoch
    }
}
