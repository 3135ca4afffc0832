package import Concerns
import FactFiles

extension ReinspectionFacts {
    /// The open cases of the authorities that exist on `asOf`, those judged longest ago first (T23).
    ///
    /// Only reports published by then are known.
    package func cases(asOf: Day, policy: Policy) -> [ReinspectionCase] {
        authorities.all.filter { $0.exists(on: asOf) }
            .compactMap { history(of: $0, asOf, policy).last { $0.isOpen } }
            .sorted { ($0.opening.published.knownBy, $0.id) < ($1.opening.published.knownBy, $1.id) }
    }

    /// The open case of the authority with this code, else its last one, closed; nil when it never had one.
    package func `case`(of code: GSSCode, asOf: Day, policy: Policy) -> ReinspectionCase? {
        guard let authority = authorities[code] else { return nil }
        let cases = history(of: authority, asOf, policy)
        return cases.last { $0.isOpen } ?? cases.last
    }

    /// The newest judgement of the authority, or of those it came from, that was known on `asOf`.
    package func newestJudgement(of code: GSSCode, asOf: Day) -> Judgement? {
        judgements(of: code, knownBy: asOf).last
    }

    /// All cases of one authority in the order in which they were opened.
    private func history(of authority: Authority, _ asOf: Day, _ policy: Policy) -> [ReinspectionCase] {
        var cases: [OpenCase] = []
        for judgement in judgements(of: authority.code, knownBy: asOf) {
            guard let framework = framework(judgement.framework) else { continue }
            let isInadequate = framework.isInadequate(judgement)
            // A predecessor's judgement says nothing of a case that another predecessor brought along.
            let judged = authorities.lineage(of: judgement.authority)
            var isTaken = false
            for index in cases.indices where cases[index].closing == nil {
                guard judged.contains(cases[index].opening.authority) else { continue }
                isTaken = true
                if isInadequate { cases[index].standing = judgement }
                if !isInadequate, policy.closes(judgement, under: framework) {
                    cases[index].closing = judgement
                } else {
                    cases[index].later.append(judgement)
                }
            }
            if isInadequate, !isTaken { cases.append(OpenCase(opening: judgement, standing: judgement)) }
        }
        return cases.map {
            ReinspectionCase(
                authority: authority, opening: $0.opening, later: $0.later, standing: $0.standing, closing: $0.closing)
        }
    }

}

/// A case while its judgements are gone through.
private struct OpenCase {
    let opening: Judgement
    var standing: Judgement
    var later: [Judgement] = []
    var closing: Judgement?
}

extension Policy {
    /// Whether a judgement that is not inadequate ends a case: a visit never does (P6), and where the policy asks for
    /// a full inspection (T32) only one that graded every area.
    func closes(_ judgement: Judgement, under framework: Framework) -> Bool {
        switch framework.kind(judgement.kind)?.grades {
        case .every: true
        case .several: !noLongerInadequateNeedsFull.value
        case .nothing, nil: false
        }
    }
}

extension Authority {
    /// Whether it was an authority on `day`.
    package func exists(on day: Day) -> Bool {
        (validFrom.map { $0 <= day } ?? true) && (validTo.map { day <= $0 } ?? true)
    }
}
