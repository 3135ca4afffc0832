import Concerns
import FactFiles

/// The names that scripts meet (`earshot brief --format json`); they are kept when Swift names change.
private enum BriefKey: String, CodingKey {
    case authority, policy, asOf, demonstration
    case reinspection = "case"
    case clock, timing, scope, plan, signals, concerns
}

extension Brief: Encodable {
    package func encode(to encoder: any Encoder) throws {
        try head.encode(to: encoder)
        try forPlanner.encodeBody(to: encoder)
        try forInspector.encodeBody(to: encoder)
    }
}

extension PlannerBrief: Encodable {
    package func encode(to encoder: any Encoder) throws {
        try head.encode(to: encoder)
        try encodeBody(to: encoder)
    }

    fileprivate func encodeBody(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: BriefKey.self)
        try object.encode(ClockDocument(clock), forKey: .clock)
        try object.encode(TimingDocument(timing), forKey: .timing)
        try object.encode(scope.lines, forKey: .scope)
        try object.encode(PlanDocument(plan, scope), forKey: .plan)
    }
}

extension InspectorBrief: Encodable {
    package func encode(to encoder: any Encoder) throws {
        try head.encode(to: encoder)
        try encodeBody(to: encoder)
    }

    fileprivate func encodeBody(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: BriefKey.self)
        try object.encode(signals.map { SignalDocument($0, floor: floor) }, forKey: .signals)
        try object.encode(concerns.map(ConcernDocument.init), forKey: .concerns)
    }
}

extension BriefHead: Encodable {
    package func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: BriefKey.self)
        // Real briefs have no such key at all, so that its presence cannot be overlooked.
        if isDemonstration { try object.encode(true, forKey: .demonstration) }
        try object.encode(asOf.description, forKey: .asOf)
        try object.encode(AuthorityDocument(authority), forKey: .authority)
        try object.encode(PolicyDocument(policy), forKey: .policy)
        try object.encode(CaseDocument(reinspection), forKey: .reinspection)
    }
}

private struct AuthorityDocument: Encodable {
    let gss, name, region: String

    init(_ authority: Authority) {
        gss = authority.code.description
        name = authority.name
        region = authority.region
    }
}

private struct PolicyDocument: Encodable {
    let id, title, version, source: String
    /// How many values are defaults that nobody published.
    let generalValues: Int

    init(_ policy: Policy) {
        id = policy.id
        title = policy.title
        version = policy.version
        source = policy.source
        generalValues = policy.generalValues
    }
}

private struct CaseDocument: Encodable {
    let id, status: String
    let openedBy, standing: JudgementDocument
    let later: [JudgementDocument]
    let closedBy: JudgementDocument?

    init(_ reinspection: ReinspectionCase) {
        id = reinspection.id
        status = reinspection.isOpen ? "open" : "closed"
        openedBy = JudgementDocument(reinspection.opening)
        standing = JudgementDocument(reinspection.standing)
        later = reinspection.later.map(JudgementDocument.init)
        closedBy = reinspection.closing.map(JudgementDocument.init)
    }
}

private struct JudgementDocument: Encodable {
    let authority, framework, kind, published, overall, confidence, source: String
    let areas: [String: String]

    init(_ judgement: Judgement) {
        authority = judgement.authority.description
        framework = judgement.framework
        kind = judgement.kind
        published = judgement.published.description
        overall = judgement.overall.description
        confidence = judgement.confidence.rawValue
        source = judgement.source
        areas = Dictionary(uniqueKeysWithValues: judgement.grades.map { ($0.rawValue, $1.description) })
    }
}
