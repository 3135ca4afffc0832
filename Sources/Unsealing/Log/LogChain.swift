internal import Crypto
package import Foundation

/// The chain of the log: each line's hash covers the line before, so that none can be changed or taken out unseen.
///
/// HMAC-SHA-256 over the former hash and the line's fields, each behind its length, so that no two lines spell the same
/// bytes; its key lies outside the database.
package enum LogChain {
    /// What the first line follows.
    package static let beginning = Data(repeating: 0, count: 32)

    package static func hash(after former: Data, fields: [String], key: Data) -> Data {
        var hasher = HMAC<SHA256>(key: SymmetricKey(data: key))
        hasher.update(data: former)
        for field in fields {
            hasher.update(data: withUnsafeBytes(of: UInt64(field.utf8.count).bigEndian) { Data($0) })
            hasher.update(data: Data(field.utf8))
        }
        return Data(hasher.finalize())
    }
}
