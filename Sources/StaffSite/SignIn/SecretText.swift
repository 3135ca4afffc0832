/// 32 random bytes in hexadecimal: the name of a session, or the token in its forms.
struct SecretText: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
    let text: String

    init(using generator: inout some RandomNumberGenerator) {
        let digits = Array("0123456789abcdef")
        text = String((0..<64).map { _ in digits[Int.random(in: 0..<16, using: &generator)] })
    }

    /// As a browser sends it back.
    init(_ text: String) { self.text = text }

    /// Compares without telling by its time where the first difference is.
    func isSame(as other: String) -> Bool {
        guard text.utf8.count == other.utf8.count else { return false }
        return zip(text.utf8, other.utf8).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }

    var description: String { "(withheld)" }
    var customMirror: Mirror { Mirror(self, children: []) }
}
