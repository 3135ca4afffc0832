/// Why the rules recommend a time.
///
/// Improvement and worsening both speak for returning and are never added up (P26).
package enum TimingCode: String, CaseIterable, Codable, Hashable, Sendable {
    case improved, worsening, direction, limit, override
    /// The policy's earliest month has not come (P3).
    case tooEarly = "too-early"
    case closed
}

/// One reason beside a recommendation of when.
package struct TimingReason: Codable, Hashable, Sendable {
    package let code: TimingCode
    package let rule: String
    package let text: String

    package init(code: TimingCode, rule: String, text: String) {
        self.code = code
        self.rule = rule
        self.text = text
    }
}
