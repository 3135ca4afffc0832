import FactFiles
import Pages
import Triage

/// The view of `quality/rules`: the moderation data in force.
struct RulesView: Sendable {
    let token: String
    let files: [File]
    let tests: String
    let hasFailed: Bool
    let failed: [String]

    struct File: Sendable {
        let name: String
        let lines: String
        let state: String
    }

    init(_ rules: ModerationRules, failed problems: [FactProblem], token: String, in pages: StaffPages) {
        self.token = token
        files = rules.files.map { file in
            File(name: file.name, lines: "\(file.lines)", state: pages.words("rulesFileIsRead"))
        }
        let held = rules.phraseTests.count - Set(problems.map(\.line)).count
        tests =
            problems.isEmpty
            ? pages.words("rulesTestsHold", ["count": "\(rules.phraseTests.count)"])
            : pages.words("rulesTestsFail", ["count": "\(rules.phraseTests.count)", "held": "\(held)"])
        hasFailed = !problems.isEmpty
        failed = problems.map(\.description)
    }
}
