package import FactFiles

/// A kind of inspection or visit under a framework.
package struct InspectionKind: Hashable, Sendable, Identifiable {
    package let id: String
    package let title: String
    package let shape: Shape
    package let grades: Grades
    package let confidence: Confidence
    package let source: String

    /// The kinds that the programme mixes (P20).
    package enum Shape: String, CaseIterable, Hashable, Sendable { case short, standard, targeted, joint }

    /// Which areas it grades; what grades none can never close a case (P6).
    package enum Grades: String, CaseIterable, Hashable, Sendable {
        case every = "all"
        case several = "some"
        case nothing = "none"
    }
}
