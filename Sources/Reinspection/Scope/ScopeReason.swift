package import Concerns

/// Why an area is inspected.
package enum ScopeCode: String, CaseIterable, Codable, Hashable, Sendable {
    /// Judged inadequate in the newest report (P14).
    case weakness
    /// All areas were inadequate, so the inspection is full (P15).
    case allAreasInadequate = "all-areas-inadequate"
    /// The limit came without recorded improvement, so the inspection is full (P34).
    case limitReached = "limit-reached"
    /// A signal says that practice got worse (P18).
    case deterioration
    /// An inspector added it, with a reason (P29, X2).
    case inspector
    /// The policy always inspects it (T14).
    case always
    /// Drawn by lot (T15).
    case random
}

/// One reason beside an area of the scope, with the rule it comes from.
package struct ScopeReason: Codable, Hashable, Sendable {
    package let code: ScopeCode
    /// The number of the rule, such as `P14`.
    package let rule: String
    package let text: String

    package init(code: ScopeCode, rule: String, text: String) {
        self.code = code
        self.rule = rule
        self.text = text
    }
}

/// An area that is inspected, and why; several reasons may agree.
package struct ScopeLine: Codable, Hashable, Sendable {
    package let area: JudgementArea
    package let reasons: [ScopeReason]

    package init(area: JudgementArea, reasons: [ScopeReason]) {
        self.area = area
        self.reasons = reasons
    }
}
