import Concerns
import Testing

@testable import Triage

/// Words in which what must be covered stands in braces.
enum BracedWords {
    /// Expects that the rules alone cover every letter and digit in braces, and none besides.
    static func expectCovered(_ marked: String, _ place: SourceLocation = #_sourceLocation) throws {
        var must: Set<Int> = []
        var plain = String.UnicodeScalarView()
        var isInside = false
        for scalar in marked.unicodeScalars {
            if scalar == "{" || scalar == "}" {
                isInside = scalar == "{"
            } else {
                if isInside, Reading.kind(scalar) != .other { must.insert(plain.count) }
                plain.append(scalar)
            }
        }
        let text = String(plain)
        let scalars = Array(plain)
        let covered = try Set(ShippedRules.suggestion(text).redactions.flatMap(\.scalars))
            .filter { Reading.kind(scalars[$0]) != .other }
        let missed = String(String.UnicodeScalarView(must.subtracting(covered).sorted().map { scalars[$0] }))
        let added = String(String.UnicodeScalarView(covered.subtracting(must).sorted().map { scalars[$0] }))
        #expect(missed.isEmpty && added.isEmpty, "“\(text)”: missed \(missed), added \(added)", sourceLocation: place)
    }
}
