/// Numbers as staff pages show them.
enum Shown {
    /// One decimal; nil for what has no end.
    static func oneDecimal(_ value: Double) -> String? {
        guard value.isFinite, value.magnitude < 1e6 else { return nil }
        let tenths = Int((value.magnitude * 10).rounded())
        return (value < 0 && tenths > 0 ? "-" : "") + "\(tenths / 10).\(tenths % 10)"
    }

    /// A probability in per cent; never 0 or 100, which would claim to be sure.
    static func percent(_ probability: Double) -> String {
        probability < 0.01 ? "< 1 %" : probability > 0.99 ? "> 99 %" : "\(Int((probability * 100).rounded())) %"
    }
}
