import Concerns

/// The names by which a brief's text calls what its JSON gives as codes.
struct BriefNames: Sendable {
    let words: ReasonWords

    private let authorities: Authorities
    private let frameworks: [String: Framework]

    init(_ facts: ReinspectionFacts) {
        words = facts.reasons
        authorities = facts.authorities
        frameworks = Dictionary(facts.frameworks.map { ($0.id, $0) }) { first, _ in first }
    }

    func authority(_ code: GSSCode) -> Authority? { authorities[code] }

    func framework(_ id: String) -> String { frameworks[id]?.title ?? id }

    func kind(_ id: String, under framework: String) -> String { frameworks[framework]?.kind(id)?.title ?? id }

    func areas(_ areas: [JudgementArea]) -> String { areas.map(words.area).joined(separator: ", ") }
}
