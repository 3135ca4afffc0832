/// A grade of the four-point scale, best first.
package enum Grade: String, CaseIterable, Codable, Hashable, Sendable, CustomStringConvertible {
    case outstanding
    case good
    /// Later “requires improvement to be good”.
    case requiresImprovement = "requires improvement"
    case inadequate

    package var description: String { rawValue }
}
