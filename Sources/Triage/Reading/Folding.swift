import Foundation

/// Letters made comparable: small, without accents, one form for each Arabic letter and each digit.
///
/// People write from phones without the right keys, so “Thảo” and “Thao”, “۱۶” and “16” must be the same to a rule.
enum Folding {
    /// Nothing is compared for a scalar that folds to this: marks, joiners and direction signs inside a word.
    static let nothing: UInt32 = 0

    /// The form rules compare.
    static func fold(_ scalar: Unicode.Scalar) -> UInt32 {
        let value = scalar.value
        if value < 0x80 { return (0x41...0x5A).contains(value) ? value + 0x20 : value }
        if value < 0x250 { return latin[Int(value) - 0x80] }
        if (0x1E00..<0x1F00).contains(value) { return latinAdditional[Int(value) - 0x1E00] }
        if let letter = irregular[value] { return letter }
        if isIgnored(scalar) { return nothing }
        if (0xFF01...0xFF5E).contains(value) { return fold(Unicode.Scalar(value - 0xFEE0) ?? scalar) }
        if let digit = digit(scalar) { return 0x30 + UInt32(digit) }
        return value
    }

    /// 0 to 9 for a digit of any script.
    static func digit(_ scalar: Unicode.Scalar) -> Int? {
        guard scalar.properties.numericType == .decimal, let value = scalar.properties.numericValue else { return nil }
        return Int(value)
    }

    /// Whether the scalar belongs to a word without being one of its letters.
    static func isIgnored(_ scalar: Unicode.Scalar) -> Bool {
        let value = scalar.value
        if value < 0x300 { return value == 0xAD }
        if (0x300...0x36F).contains(value) || (0x200B...0x200F).contains(value) { return true }
        if (0x202A...0x202E).contains(value) || (0x2060...0x2069).contains(value) || value == 0xFEFF { return true }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .spacingMark: return true
        default: return value == 0x640
        }
    }

    private static let latin: [UInt32] = (0x80..<0x250).map(plainLatin)
    private static let latinAdditional: [UInt32] = (0x1E00..<0x1F00).map(plainLatin)

    /// Letters whose plain form no decomposition gives.
    private static let irregular: [UInt32: UInt32] = [
        // Alef with its hats, alef maqsura and Persian yeh, keheh, teh marbuta and its Persian and Kurdish forms.
        0x622: 0x627, 0x623: 0x627, 0x625: 0x627, 0x671: 0x627, 0x649: 0x64A, 0x6CC: 0x64A, 0x6CE: 0x64A, 0x6D0: 0x64A,
        0x6CD: 0x64A, 0x6A9: 0x643, 0x6AA: 0x643, 0x629: 0x647, 0x6C0: 0x647, 0x6D5: 0x647, 0x6BE: 0x647, 0x6C1: 0x647,
        0x624: 0x648, 0x626: 0x64A,
    ]

    private static func plainLatin(_ value: UInt32) -> UInt32 {
        let byHand: [UInt32: UInt32] = [
            0xD0: 0x64, 0xF0: 0x64, 0x110: 0x64, 0x111: 0x64, 0x141: 0x6C, 0x142: 0x6C, 0xD8: 0x6F, 0xF8: 0x6F,
            0x131: 0x69, 0xDF: 0x73, 0xAD: nothing,
        ]
        if let letter = byHand[value] { return letter }
        guard let scalar = Unicode.Scalar(value) else { return value }
        let plain = String(Character(scalar)).lowercased().decomposedStringWithCanonicalMapping.unicodeScalars
        return plain.first?.value ?? value
    }
}
