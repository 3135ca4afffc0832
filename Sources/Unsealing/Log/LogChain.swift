internal import Crypto
package import Foundation

/// The chain of the log: each line's hash covers the line before, so that none can be changed or taken out unseen.
///
/// SHA-256 over the former hash and the line's fields, each behind its length, so that no two lines spell the same bytes.
package enum LogChain {
    /// What the first line follows.
    package static let beginning = Data(repeating: 0, count: 32)

    package static func hash(after former: Data, fields: [String]) -> Data {
        var hasher = SHA256()
        hasher.update(data: former)
        for field in fields {
            withUnsafeBytes(of: UInt64(field.utf8.count).bigEndian) { hasher.update(bufferPointer: $0) }
            hasher.update(data: Data(field.utf8))
        }
        return Data(hasher.finalize())
    }
}
