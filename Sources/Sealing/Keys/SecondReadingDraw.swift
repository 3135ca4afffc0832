package import Concerns
package import Foundation

/// Which accepted concerns are coded by a second moderator: by a secret and the concern’s own number, so that nobody can
/// foresee it, and deciding anew changes nothing.
package struct SecondReadingDraw: Sendable {
    private let key: Data

    /// - Parameter key: 32 unpredictable bytes that no moderator has.
    package init(key: Data) { self.key = key }

    /// Whether the concern is among one in `share`; whatever one in ten takes, one in four takes too.
    package func takes(_ concern: ConcernID, oneIn share: Int) -> Bool {
        guard share > 1 else { return true }
        let mark = KeyedMark.of(Data("second reading 1 \(concern)".utf8), key: key)
        let place = mark.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return place < UInt64.max / UInt64(share)
    }
}
