package import Concerns

/// A value of a data file with what stands behind it.
package struct Sourced<Value: Sendable>: Sendable {
    package let value: Value
    package let confidence: Confidence
    /// The paper, paragraph or report; never empty.
    package let source: String

    package init(_ value: Value, confidence: Confidence, source: String) {
        self.value = value
        self.confidence = confidence
        self.source = source
    }
}

/// How far a value may be trusted.
package enum Confidence: String, CaseIterable, Codable, Hashable, Sendable {
    /// A published document says so.
    case verified
    /// Counted or computed from published reports.
    case derived
    /// Common knowledge or a guess: a default that a deployment looks at and changes.
    case general
}

extension FactTree {
    /// The entry `{value: …, confidence: …, source: …}`, its value read by `read`.
    ///
    /// - Throws: ``FactProblem`` when one of the three is missing or wrong, or another is there.
    package func sourced<Value: Sendable>(
        _ read: (FactTree) throws(FactProblem) -> Value
    ) throws(FactProblem) -> Sourced<Value> {
        try allow(only: ["value", "confidence", "source"])
        return Sourced(
            try read(try self["value"]), confidence: try self["confidence"].choice(of: Confidence.self),
            source: try self["source"].text)
    }

    /// The same where the value may be `null`.
    package func sourcedOptional<Value: Sendable>(
        _ read: (FactTree) throws(FactProblem) -> Value
    ) throws(FactProblem) -> Sourced<Value?> {
        try allow(only: ["value", "confidence", "source"])
        guard keys.contains("value") else {
            throw problem("“value” is missing in \(path)", "Add it, or write “value: null”.")
        }
        var value: Value?
        if let given = optional("value") { value = try read(given) }
        return Sourced(
            value, confidence: try self["confidence"].choice(of: Confidence.self), source: try self["source"].text)
    }

    /// The day that the text means.
    package var day: Day {
        get throws(FactProblem) {
            let written = try text
            do { return try Day(written) } catch { throw problem("\(path): \(error.description)", "Correct it.") }
        }
    }

    /// The judgement area that the text means.
    package var area: JudgementArea {
        get throws(FactProblem) { try choice(of: JudgementArea.self) }
    }
}
