import Foundation

/// A message taken apart for comparing it with few others: its pieces of three to five letters, weighed.
///
/// As ``NearDuplicates``, but a piece weighs the same whatever it is compared with: where all the others are copies of it, how
/// rare a piece is among them would tell nothing. Pieces of common words weigh little.
package struct LikenessPieces: Sendable {
    private static let commonWeight: Float = 0.15

    /// Of length 1 as a vector; empty where there are no letters.
    private let weights: [UInt32: Float]

    init(_ reading: Reading, rules: LikenessRules) {
        var weights = Self.counts(of: rules.spelling.letters(of: reading)).mapValues { 1 + log(Float($0)) }
        for piece in weights.keys where rules.commonPieces.contains(piece) { weights[piece]? *= Self.commonWeight }
        let length = weights.values.reduce(0) { $0 + $1 * $1 }.squareRoot()
        self.weights = length > 0 ? weights.mapValues { $0 / length } : [:]
    }

    /// How alike both messages are, 0 to 100; 100 are those with the same words.
    package func percent(alike other: LikenessPieces) -> Int {
        let (few, many) = weights.count < other.weights.count ? (weights, other.weights) : (other.weights, weights)
        let cosine = few.reduce(Float(0)) { $0 + $1.value * (many[$1.key] ?? 0) }
        return Int((min(1, max(0, cosine)) * 100).rounded())
    }

    /// How often each piece stands in some letters.
    static func counts(of letters: [UInt32]) -> [UInt32: Int] {
        var pieces: [UInt32: Int] = [:]
        for start in letters.indices {
            var hash: UInt32 = 2_166_136_261
            for end in start..<min(start + 5, letters.count) {
                hash = (hash ^ letters[end]) &* 16_777_619
                if end - start >= 2 { pieces[hash, default: 0] += 1 }
            }
        }
        return pieces
    }
}

extension Triage {
    /// What is compared of a message, in memory only: its pieces rebuild its words.
    package func likenessPieces(of text: String) -> LikenessPieces {
        LikenessPieces(Reading(text), rules: rules.likeness)
    }
}
