internal import Foundation

/// What someone typed for a receipt, down to the letters `a` to `z`.
struct TypedLetters {
    /// Seven long words, numbered, on lines of their own and with marks of direction around each stay far below it.
    static let mostScalars = 300

    /// The letters in the groups that anything else parts, in ASCII.
    let groups: [[UInt8]]

    /// - Parameter text: longer than ``mostScalars`` it is no receipt, and nothing is made.
    init?(_ text: String) {
        guard text.unicodeScalars.prefix(Self.mostScalars + 1).count <= Self.mostScalars else { return nil }
        var groups: [[UInt8]] = [[]]
        // Compatibility forms of letters, such as full-width or bold ones, become plain, and accents stand by themselves.
        for scalar in text.decomposedStringWithCompatibilityMapping.lowercased().unicodeScalars {
            switch scalar {
            case "a"..."z": groups[groups.count - 1].append(UInt8(scalar.value))
            case _ where Self.isUnseen(scalar): continue
            default: groups.append([])
            }
        }
        self.groups = groups.filter { !$0.isEmpty }
    }

    /// Accents, and what has no width: it does not part a word.
    private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: true
        default: false
        }
    }
}
