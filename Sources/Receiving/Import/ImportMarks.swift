import Foundation
import Inbox
import Sealing

/// By what a message is known when it is handed in again: keyed hashes that tell nothing to whoever has not the key.
///
/// It is the same message when message-id and words agree, and without an id only when the whole entry does: two children
/// may send the same short sentence.
struct ImportMarks: Sendable {
    private let key: Data

    init(key: Data) { self.key = key }

    /// 32 bytes.
    ///
    /// - Parameter anotherChild: bytes that no other message has, where the same words came from another child.
    func mark(of reading: InboxReading, anotherChild: Data?) -> Data {
        KeyedMark.of(content(of: reading, anotherChild: anotherChild), key: key)
    }

    /// 32 bytes that a receipt is made of; kept nowhere, and not to be had from the mark.
    ///
    /// Two advocates may hand in the same letter; the second must not be given the receipt of the first one's child.
    func receiptSeed(of reading: InboxReading, about: ImportAbout) -> Data {
        KeyedMark.of(
            Data("receipt\u{0}\(about.handedInBy)\u{0}".utf8)
                + content(of: reading, anotherChild: about.anotherChild), key: key)
    }

    private func content(of reading: InboxReading, anotherChild: Data?) -> Data {
        guard let anotherChild else { return Data(reading.identity) }
        return Data("another child\u{0}".utf8) + anotherChild + Data(reading.identity)
    }
}
