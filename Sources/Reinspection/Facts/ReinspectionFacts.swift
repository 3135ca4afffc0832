package import Concerns
package import FactFiles

/// Everything published that re-inspection rests on: authorities, frameworks, policies and judgements.
package final class ReinspectionFacts: Sendable {
    package let authorities: Authorities
    /// In the order in which they came into force.
    package let frameworks: [Framework]
    /// By their ids, such as `who-cares-trust-2016`.
    package let policies: [String: Policy]
    /// In the order in which they became known.
    package let judgements: [Judgement]
    package let workingDays: WorkingDays
    package let reasons: ReasonWords
    /// The Who Cares? Trust's, which is what Earshot does unless told otherwise.
    package let defaultPolicy: Policy

    private let judgementsByAuthority: [GSSCode: [Judgement]]

    /// - Parameter files: texts by their paths within the facts folder, such as `policies/who-cares-trust-2016.yaml`.
    /// - Throws: the first ``FactProblem``; ``problems(in:)`` tells all.
    package init(files: [String: String]) throws(FactProblem) {
        let reading = FactsReading(files)
        if let problem = reading.problems.first { throw problem }
        guard let authorities = reading.authorities, let workingDays = reading.workingDays,
            let reasons = reading.reasons, let policy = reading.policies[PolicyPromise.trust]
        else {
            throw FactProblem(
                file: "policies/\(PolicyPromise.trust).yaml", line: nil, says: "the default policy is missing",
                remedy: "Put the file back.")
        }
        self.authorities = authorities
        self.workingDays = workingDays
        self.reasons = reasons
        frameworks = reading.frameworks
        policies = reading.policies
        judgements = reading.judgements
        defaultPolicy = policy
        judgementsByAuthority = Dictionary(grouping: judgements, by: \.authority)
    }

    /// All that is wrong in the files: one problem for each table row, and one for each YAML file.
    package static func problems(in files: [String: String]) -> [FactProblem] { FactsReading(files).problems }

    /// The judgements of an authority, of its former self and of those it came from, known on `day`, oldest first.
    package func judgements(of code: GSSCode, knownBy day: Day) -> [Judgement] {
        authorities.lineage(of: code).flatMap { judgementsByAuthority[$0] ?? [] }
            .filter { $0.published.knownBy <= day }
            .sorted { ($0.published.knownBy, $0.authority) < ($1.published.knownBy, $1.authority) }
    }

    /// Those that were inspected in the first cycle without a report of it on file: the authority itself, or ones that
    /// it came from, in the order of their codes.
    package func reportsMissing(of code: GSSCode) -> [Authority] {
        authorities.lineage(of: code).sorted().compactMap { code in
            guard let authority = authorities[code], authority.code == code, authority.isInSIFCycle else { return nil }
            let reports = ([code] + authority.formerCodes).flatMap { judgementsByAuthority[$0] ?? [] }
            return reports.contains { $0.framework == JudgementsFile.firstFramework } ? nil : authority
        }
    }

    package func framework(_ id: String) -> Framework? { frameworks.first { $0.id == id } }

    /// The framework that a case of `framework` stands under on `day`: its own while in force, else the newest (P7).
    package func framework(carrying framework: String, on day: Day) -> Framework? {
        if let own = self.framework(framework), own.isInForce(on: day) { return own }
        return frameworks.last { $0.isInForce(on: day) } ?? self.framework(framework)
    }
}
