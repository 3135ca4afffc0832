import Foundation

/// Numbers that look random and are the same for the same seed and name, on every machine.
///
/// SplitMix64: Steele, Lea and Flood (2014), Fast Splittable Pseudorandom Number Generators. For the demonstration only;
/// nothing secret may come from it.
struct SeededGenerator: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// - Parameter name: told apart by FNV-1a, because Swift's own hashes differ from run to run.
    init(seed: UInt64, name: String) {
        state = name.utf8.reduce(seed ^ 0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0100_0000_01b3 }
    }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }

    /// Above 0 and at most 1.
    private mutating func share() -> Double { (Double(next() >> 11) + 1) * 0x1p-53 }

    /// A factor around 1, gamma distributed; the greater `steadiness`, the closer to 1.
    mutating func factor(steadiness: Int) -> Double {
        var sum = 0.0
        for _ in 0..<steadiness { sum -= log(share()) }
        return sum / Double(steadiness)
    }

    /// A Poisson count, by counting arrivals until the time is up; its work grows with the mean.
    mutating func poisson(mean: Double) -> Int {
        var count = 0
        var time = -log(share())
        while time < mean {
            count += 1
            time -= log(share())
        }
        return count
    }
}
