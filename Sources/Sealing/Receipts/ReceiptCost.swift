/// What one derivation of a receipt costs (scrypt, RFC 7914); kept beside each value, so that it can be raised later.
///
/// Shape as text: `scrypt 1024 8 1`. About 4 ms of one idle core: the strength lies in the receipt's 69 secret bits and in
/// the key outside the database, the derivation only makes guessing dear (`Decisions/2026-11-24-receipts.md`).
package struct ReceiptCost: Hashable, Sendable, CustomStringConvertible {
    package static let today = ReceiptCost(rounds: 1024, blockSize: 8, parallelism: 1)

    /// A power of two.
    package let rounds: Int
    package let blockSize: Int
    package let parallelism: Int

    package init(rounds: Int, blockSize: Int, parallelism: Int) {
        self.rounds = rounds
        self.blockSize = blockSize
        self.parallelism = parallelism
    }

    package var description: String { "scrypt \(rounds) \(blockSize) \(parallelism)" }
}
