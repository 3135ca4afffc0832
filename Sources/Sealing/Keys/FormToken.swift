package import Foundation

/// What a form's token tells once it was found to be ours: when the form was made, and its own number.
package struct FormToken: Hashable, Sendable {
    package static let nonceByteCount = 16

    /// Seconds since 1970; lives in the form and is kept nowhere.
    package let madeAtSecond: Int
    /// 16 random bytes; no two forms have the same.
    package let nonce: Data

    package init(madeAtSecond: Int, nonce: Data) {
        self.madeAtSecond = madeAtSecond
        self.nonce = nonce
    }
}
