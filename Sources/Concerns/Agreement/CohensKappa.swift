/// Cohen’s kappa: how far two readings of the same units agree beyond chance, each reading with margins of its own.
///
/// `kappa = (observed − expected) / (1 − expected)`, where the observed share of equal codes stands against that which two
/// readers with the same margins would reach by chance. All differences weigh alike.
/// Source: J. Cohen, “A Coefficient of Agreement for Nominal Scales”, Educational and Psychological Measurement 20 (1960).
///
/// - Returns: nil where it is undefined: without units, or where both readings are always one and the same code.
package func cohensKappa<Code: Hashable>(_ pairs: [(first: Code, second: Code)]) -> Double? {
    guard !pairs.isEmpty else { return nil }
    let n = Double(pairs.count)
    let first = pairs.reduce(into: [Code: Double]()) { $0[$1.first, default: 0] += 1 }
    let second = pairs.reduce(into: [Code: Double]()) { $0[$1.second, default: 0] += 1 }
    let observed = Double(pairs.count { $0.first == $0.second }) / n
    let expected = first.reduce(0) { $0 + $1.value * (second[$1.key] ?? 0) } / (n * n)
    return expected < 1 ? (observed - expected) / (1 - expected) : nil
}
