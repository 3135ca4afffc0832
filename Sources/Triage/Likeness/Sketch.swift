package import Concerns

/// Two secret numbers that sketches are drawn with; those of another secret are unlike.
package struct SketchSeeds: Hashable, Sendable {
    let first: UInt64
    let second: UInt64

    package init(_ first: UInt64, _ second: UInt64) {
        self.first = first
        self.second = second
    }
}

/// 512 bits of a message, by which copies of it are found among a hundred thousand others.
///
/// MinHash by one permutation (Li, Owen and Zhang 2012, with the empty places filled as by Shrivastava 2017), one bit of each
/// least value (Li and König 2010): every four letters in a row are hashed with the secret seeds into one of 512 places, each
/// place keeps its least hash, and of that a single bit is the sketch. The share of equal bits of two messages is
/// (1 + J) / 2, where J is the share of their four letters that both have: .51 for messages of two children, over .66 for
/// copies with spelling mistakes or a sentence more. Its standard error is .02.
///
/// What it tells: to whoever has neither seeds nor seal, nothing, as it leaves memory only sealed (`SketchKey`), under a
/// stream of its own for each concern: not even that two are equal. To whoever has database and secret both, how alike two
/// messages are, and whether a guessed text is like one; words cannot be read off, since half of all possible four letters
/// agree with any one bit.
package struct Sketch: Hashable, Sendable {
    package static let byteCount = 64
    /// So many equal bits are worth a comparison of the words; two children's words reach it once in thousands.
    package static let worthComparing = 317
    /// So many equal bits are copies of one wording.
    package static let copies = 333

    private static let bitCount = 512
    private static let pieceLength = 4

    /// Numbers side by side and no vector: one of 64 bytes that lives across an `await` has memory beside its async frame
    /// overwritten in release builds of Swift 6.3.1, which an address sanitizer shows of `Benchmarks/Alike`.
    private let bits: InlineArray<8, UInt64>

    private init(bits: InlineArray<8, UInt64>) { self.bits = bits }

    /// - Parameter bytes: as ``bytes`` gives them.
    /// - Returns: nil for zeros, which stand where there is none, and for any other length.
    package init?(bytes: some Collection<UInt8>) {
        guard bytes.count == Self.byteCount, bytes.contains(where: { $0 != 0 }) else { return nil }
        var bits = InlineArray<8, UInt64>(repeating: 0)
        for (index, byte) in bytes.enumerated() { bits[index / 8] |= UInt64(byte) << UInt64(index % 8 * 8) }
        self.bits = bits
    }

    package var bytes: [UInt8] {
        (0..<Self.byteCount).map { UInt8(truncatingIfNeeded: bits[$0 / 8] >> UInt64($0 % 8 * 8)) }
    }

    /// How many of the 512 bits are the same: about 264 for what has nothing in common.
    package func agreement(with other: Sketch) -> Int {
        var unlike = 0
        for index in bits.indices { unlike += (bits[index] ^ other.bits[index]).nonzeroBitCount }
        return Self.bitCount - unlike
    }

    /// - Returns: nil where there are fewer letters than `least`.
    init?(of letters: [UInt32], seeds: SketchSeeds, least: Int) {
        guard letters.count >= Self.pieceLength, letters.count(where: { $0 != 0x20 }) >= least else { return nil }
        var lowest = [UInt64](repeating: .max, count: Self.bitCount)
        for start in 0...(letters.count - Self.pieceLength) {
            var hash = seeds.first
            for index in start..<start + Self.pieceLength { hash = Self.mixed(hash ^ UInt64(letters[index])) }
            hash = Self.mixed(hash ^ seeds.second)
            let place = Int(hash >> 55)
            lowest[place] = min(lowest[place], hash)
        }
        var bits = InlineArray<8, UInt64>(repeating: 0)
        for place in 0..<Self.bitCount {
            let value = Self.mixed(Self.filled(place, in: lowest) ^ UInt64(place))
            bits[place / 64] |= (value >> 63) << UInt64(place % 64)
        }
        self.bits = bits
    }

    /// The least value of a place; that of another, drawn the same way for every message, where it has none.
    private static func filled(_ place: Int, in lowest: [UInt64]) -> UInt64 {
        var draw = UInt64(place)
        var from = place
        while lowest[from] == .max {
            draw = mixed(draw &+ 0x9E37_79B9_7F4A_7C15)
            from = Int(draw >> 55)
        }
        return lowest[from]
    }

    private static func mixed(_ value: UInt64) -> UInt64 {
        var value = (value ^ value >> 32) &* 0xD6E8_FEB8_6659_FD93
        value = (value ^ value >> 32) &* 0xD6E8_FEB8_6659_FD93
        return value ^ value >> 32
    }
}

extension Sketch {
    package static func == (one: Sketch, other: Sketch) -> Bool { one.agreement(with: other) == bitCount }

    package func hash(into hasher: inout Hasher) {
        for index in bits.indices { hasher.combine(bits[index]) }
    }
}

extension Triage {
    /// The sketch of a message; nil for one so short that two children may well send the same.
    package func sketch(of original: Original, seeds: SketchSeeds) -> Sketch? {
        Sketch(
            of: rules.likeness.spelling.letters(of: Reading(original.words)), seeds: seeds,
            least: rules.likeness.leastLetters)
    }
}
