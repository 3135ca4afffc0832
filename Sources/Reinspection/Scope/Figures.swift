/// `value` with one decimal, as sentences and tables show it.
func oneDecimal(_ value: Double) -> String {
    guard value.isFinite else { return "unknown" }
    let tenths = Int((value.magnitude * 10).rounded())
    return (value < 0 && tenths > 0 ? "-" : "") + "\(tenths / 10).\(tenths % 10)"
}

/// A probability in per cent; never 0 or 100, which would claim to be sure.
func percent(_ probability: Double) -> String {
    probability < 0.005 ? "under 1" : probability > 0.995 ? "over 99" : "\(Int((probability * 100).rounded()))"
}
