import Concerns
package import FactFiles

/// What is said beside each line of a scope or a timing; `Facts/reasons.yaml`.
package struct ReasonWords: Sendable {
    private let scope: [String: Phrase]
    private let timing: [String: Phrase]
    private let inputs: [String: String]
    private let questions: [String: String]
    private let areas: [String: String]
    private let names: [NameGroup: [String: String]]

    struct Phrase: Sendable {
        let rule: String
        let text: String
    }

    /// What each phrase may be filled in with; a phrase may leave some out.
    static let scopePhrases = [
        "weakness": ["judgement", "published"], "all-areas-inadequate": ["published"],
        "deterioration": ["voices", "weeks", "expected", "factor", "percent"], "always": [], "always-full": [],
        "random": ["candidates"], "limit-reached": ["limit"], "inspector": ["by", "reason"],
    ]
    static let timingPhrases = [
        "improved": ["score", "now"], "worsening": ["score", "now"], "direction": ["day", "reason"],
        "limit": ["limit", "months"], "limit-passed": ["limit"], "override": ["day", "reason"],
        "too-early": ["earliest"], "visits-first": ["done", "needed"], "closed": [],
    ]
    static let inputPhrases = [
        "no-weight": [], "superseded": [], "counted-once": [], "silence": [], "usual": [], "together": [],
        "signal": ["area", "voices", "weeks", "percent"], "signal-few": ["area", "voices", "weeks"],
        "signal-none": ["area", "weeks"],
    ]
    static let questionPhrases = ["longer-than-necessary": ["months"]]

    /// - Throws: ``FactProblem`` when a phrase is missing, unknown or would be filled in with what nobody gives.
    package init(_ text: String, file: String = "reasons.yaml") throws(FactProblem) {
        let tree = try FactTree(file: file, text: text)
        try tree.allow(only: ["areas", "names", "scope", "timing", "inputs", "questions"])
        scope = try Self.phrases(try tree["scope"], Self.scopePhrases)
        timing = try Self.phrases(try tree["timing"], Self.timingPhrases)
        inputs = try Self.sentences(try tree["inputs"], Self.inputPhrases)
        questions = try Self.sentences(try tree["questions"], Self.questionPhrases)
        areas = try Self.names(try tree["areas"], of: JudgementArea.allCases.map(\.rawValue))
        let groups = try tree["names"]
        try groups.allow(only: NameGroup.allCases.map(\.rawValue))
        var names: [NameGroup: [String: String]] = [:]
        for group in NameGroup.allCases { names[group] = try Self.names(try groups[group.rawValue], of: group.codes) }
        self.names = names
    }

    func scope(_ code: ScopeCode, phrase: String? = nil, _ values: [String: String] = [:]) -> ScopeReason {
        let said = scope[phrase ?? code.rawValue]
        return ScopeReason(code: code, rule: said?.rule ?? "", text: Self.fill(said?.text, values))
    }

    func timing(_ code: TimingCode, phrase: String? = nil, _ values: [String: String] = [:]) -> TimingReason {
        let said = timing[phrase ?? code.rawValue]
        return TimingReason(code: code, rule: said?.rule ?? "", text: Self.fill(said?.text, values))
    }

    /// What an area is called within a sentence.
    func area(_ area: JudgementArea) -> String { areas[area.rawValue] ?? area.rawValue }

    func name(_ group: NameGroup, _ code: some RawRepresentable<String>) -> String {
        names[group]?[code.rawValue] ?? code.rawValue
    }

    func input(_ phrase: String, _ values: [String: String] = [:]) -> String { Self.fill(inputs[phrase], values) }
    func question(_ phrase: String, _ values: [String: String]) -> String { Self.fill(questions[phrase], values) }

    private static func names(_ tree: FactTree, of codes: [String]) throws(FactProblem) -> [String: String] {
        try sentences(tree, Dictionary(uniqueKeysWithValues: codes.map { ($0, []) }))
    }

    private static func phrases(
        _ tree: FactTree, _ known: [String: [String]]
    ) throws(FactProblem) -> [String: Phrase] {
        try tree.allow(only: known.keys.sorted())
        var phrases: [String: Phrase] = [:]
        for (key, blanks) in known.sorted(by: { $0.key < $1.key }) {
            let entry = try tree[key]
            try entry.allow(only: ["rule", "text"])
            phrases[key] = Phrase(rule: try entry["rule"].text, text: try sentence(try entry["text"], blanks))
        }
        return phrases
    }

    private static func sentences(
        _ tree: FactTree, _ known: [String: [String]]
    ) throws(FactProblem) -> [String: String] {
        try tree.allow(only: known.keys.sorted())
        var sentences: [String: String] = [:]
        for (key, blanks) in known.sorted(by: { $0.key < $1.key }) {
            sentences[key] = try sentence(try tree[key], blanks)
        }
        return sentences
    }

    private static func sentence(_ tree: FactTree, _ blanks: [String]) throws(FactProblem) -> String {
        let text = try tree.text
        let left = blanks.reduce(text) { $0.replacing("{\($1)}", with: "") }
        guard !left.contains("{"), !left.contains("}") else {
            let may = blanks.isEmpty ? "no braces here" : blanks.map { "{\($0)}" }.joined(separator: ", ")
            throw tree.problem("nothing fills a word in braces", "Use only: \(may).")
        }
        return text
    }

    /// One pass, so that braces in what someone wrote stay as they are.
    private static func fill(_ text: String?, _ values: [String: String]) -> String {
        var rest = Substring(text ?? "")
        var filled = ""
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            filled += rest[..<open] + (values[String(rest[rest.index(after: open)..<close])] ?? "")
            rest = rest[rest.index(after: close)...]
        }
        return filled + rest
    }
}
