import Foundation

/// How alike messages are, by pieces of three to five letters: short enough to see through misspelling, long enough to tell
/// one event from another.
///
/// Each piece weighs by how rare it is among the messages (tf-idf), and two messages are as alike as the cosine of their
/// pieces. On labelled messages that finds more copies than words, MinHash, SimHash or embeddings do.
struct NearDuplicates {
    /// From here on a moderator would handle two messages as one.
    static let alike: Float = 0.19
    /// From here on, where one or more rare names are in both: labelled messages of one event reached .097 to .142, others that
    /// share a name hardly ever .09.
    static let (alikeWithName, alikeWithNames): (Float, Float) = (0.105, 0.095)
    /// Pieces that a fifth of the messages share tell nothing.
    private static let commonShare = 0.2

    private let vectors: [[(piece: UInt32, weight: Float)]]
    private let holders: [UInt32: [Int32]]

    /// - Parameter common: pieces of the commonest words of each language, which seem rare where few write in it.
    init(_ texts: [String], common: Set<UInt32> = []) {
        let counts = texts.map(Self.pieces)
        var holders: [UInt32: [Int32]] = [:]
        for (index, pieces) in counts.enumerated() {
            for piece in pieces.keys { holders[piece, default: []].append(Int32(index)) }
        }
        let all = Float(max(texts.count, 200))
        vectors = counts.map { pieces in
            var vector = pieces.map { piece, count in
                let rarity = log(all / Float(holders[piece]?.count ?? 1))
                return (piece, (1 + log(Float(count))) * (common.contains(piece) ? min(1, rarity) : rarity))
            }
            let length = vector.reduce(0) { $0 + $1.1 * $1.1 }.squareRoot()
            if length > 0 { for index in vector.indices { vector[index].1 /= length } }
            return vector
        }
        let most = max(20, Int(Double(texts.count) * Self.commonShare))
        self.holders = holders.filter { $0.value.count > 1 && $0.value.count <= most }
    }

    /// Each pair of messages that are at least so alike, with how much.
    func pairs(from least: Float) -> [(one: Int, other: Int, alike: Float)] {
        var weights = vectors.map { Dictionary(uniqueKeysWithValues: $0.map { ($0.piece, $0.weight) }) }
        defer { weights = [] }
        var pairs: [(one: Int, other: Int, alike: Float)] = []
        for (index, vector) in vectors.enumerated() {
            var shared: [Int: Float] = [:]
            for (piece, weight) in vector {
                for other in holders[piece] ?? [] where Int(other) > index {
                    shared[Int(other), default: 0] += weight * (weights[Int(other)][piece] ?? 0)
                }
            }
            for (other, alike) in shared where alike >= least { pairs.append((index, other, alike)) }
        }
        return pairs
    }

    /// How often each piece stands in a message.
    static func pieces(_ text: String) -> [UInt32: Int] {
        let reading = Reading(text)
        var letters: [UInt32] = [0x20]
        for word in reading.words {
            letters += reading.letters[word.folded]
            letters.append(0x20)
        }
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
