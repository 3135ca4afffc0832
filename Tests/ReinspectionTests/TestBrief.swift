import Concerns
import Reinspection

/// Sandwell, half a year after its report of June 2015, unless said otherwise.
struct TestBrief {
    var code = "E08000028"
    var asOf = "2015-12-01"
    var policy = Shipped.trust
    var inputs: BriefInputs

    init(_ code: String = "E08000028", asOf: String = "2015-12-01", policy: String = Shipped.trust) throws {
        self.code = code
        self.asOf = asOf
        self.policy = policy
        inputs = BriefInputs(statement: nil, seed: try .test(1))
    }

    func make(with facts: ReinspectionFacts? = nil) throws -> Brief {
        let facts = try facts ?? Shipped.facts()
        return try Brief.make(
            of: try GSSCode(code), facts: facts, policy: try facts.policy(policy), asOf: try Day(asOf), inputs: inputs)
    }
}

extension Scope {
    func codes(_ area: JudgementArea) -> [ScopeCode] { reasons(for: area).map(\.code) }
}
