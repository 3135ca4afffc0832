package import FactFiles

/// Everything in `Moderation/`, read and checked.
///
/// One for the whole service, which many hold: copying all its rules wherever it is handed on would be dear.
package final class ModerationRules: Sendable {
    /// The names of the files a moderation folder must hold.
    package static let fileNames = [
        "urgency.yaml", "areas.yaml", "redaction.yaml", "meanings.yaml", "replies.yaml", "helplines.yaml",
        "guidance.yaml", "retention.yaml", "arrival.yaml", "decisions.yaml", "quality.yaml", "phrase-tests.yaml",
        "likeness.yaml", "rarity.yaml", "targets.yaml",
    ]

    package let replies: [Reply]
    package let helplines: [Helpline]
    /// The steps shown beside the queue when someone is in danger, in order.
    package let guidance: [GuidanceStep]
    package let retention: [RetentionTerm]
    /// With fewer children in care than this, a council's concerns keep the week they arrived in and not the day.
    package let weekBelowChildren: Int
    package let decisions: DecisionRules
    package let quality: QualityRules
    /// What the moderators expect of their rules.
    package let phraseTests: [PhraseTest]
    /// The files as they were read.
    package let files: [RuleFile]
    package let likeness: LikenessRules
    let rarity: RarityRules
    /// By when a concern should be decided, how long a claim lasts, and how long a decision can be undone.
    package let targets: QueueTargets
    let urgency: UrgencyRules
    let areas: AreaRules
    let redaction: RedactionRules
    let meanings: Meanings
    /// The digits of public numbers, which a redaction leaves readable.
    let helplineNumbers: Set<String>

    /// - Parameter files: their text by their name within the moderation folder.
    /// - Throws: ``FactProblem`` for the first thing that cannot be used; ``problems(in:)`` finds one in each file.
    package init(files: [String: String]) throws(FactProblem) {
        urgency = try UrgencyRules(try Self.tree("urgency.yaml", files))
        areas = try AreaRules(try Self.tree("areas.yaml", files))
        redaction = try RedactionRules(try Self.tree("redaction.yaml", files))
        meanings = try Meanings(try Self.tree("meanings.yaml", files))
        replies = try Reply.all(in: try Self.tree("replies.yaml", files))
        helplines = try Helpline.all(in: try Self.tree("helplines.yaml", files))
        helplineNumbers = Set(helplines.flatMap(\.contacts).map { $0.filter(\.isWholeNumber) }).subtracting([""])
        guidance = try GuidanceStep.all(in: try Self.tree("guidance.yaml", files))
        retention = try RetentionTerm.all(in: try Self.tree("retention.yaml", files))
        weekBelowChildren = try ArrivalRules(try Self.tree("arrival.yaml", files)).weekBelowChildren
        decisions = try DecisionRules(try Self.tree("decisions.yaml", files), replies: replies)
        quality = try QualityRules(try Self.tree("quality.yaml", files))
        phraseTests = try PhraseTest.all(in: try Self.tree("phrase-tests.yaml", files))
        self.files = Self.fileNames.map { RuleFile(name: $0, text: files[$0] ?? "") }
        likeness = try LikenessRules(
            try Self.tree("likeness.yaml", files), urgency: try Self.tree("urgency.yaml", files))
        rarity = try RarityRules(try Self.tree("rarity.yaml", files))
        targets = try QueueTargets(try Self.tree("targets.yaml", files))
    }

    /// What is wrong in a moderation folder, at most one complaint a file; empty when it can be used.
    package static func problems(in files: [String: String]) -> [FactProblem] {
        let checks: [(name: String, read: (FactTree) throws(FactProblem) -> Void)] = [
            ("urgency.yaml", { tree throws(FactProblem) in _ = try UrgencyRules(tree) }),
            ("areas.yaml", { tree throws(FactProblem) in _ = try AreaRules(tree) }),
            ("redaction.yaml", { tree throws(FactProblem) in _ = try RedactionRules(tree) }),
            ("meanings.yaml", { tree throws(FactProblem) in _ = try Meanings(tree) }),
            ("replies.yaml", { tree throws(FactProblem) in _ = try Reply.all(in: tree) }),
            ("helplines.yaml", { tree throws(FactProblem) in _ = try Helpline.all(in: tree) }),
            ("guidance.yaml", { tree throws(FactProblem) in _ = try GuidanceStep.all(in: tree) }),
            ("retention.yaml", { tree throws(FactProblem) in _ = try RetentionTerm.all(in: tree) }),
            ("arrival.yaml", { tree throws(FactProblem) in _ = try ArrivalRules(tree) }),
            (
                "decisions.yaml",
                { tree throws(FactProblem) in
                    _ = try DecisionRules(tree, replies: try? Reply.all(in: Self.tree("replies.yaml", files)))
                }
            ),
            ("quality.yaml", { tree throws(FactProblem) in _ = try QualityRules(tree) }),
            ("phrase-tests.yaml", { tree throws(FactProblem) in _ = try PhraseTest.all(in: tree) }),
            (
                "likeness.yaml",
                { tree throws(FactProblem) in
                    _ = try LikenessRules(tree, urgency: try Self.tree("urgency.yaml", files))
                }
            ),
            ("rarity.yaml", { tree throws(FactProblem) in _ = try RarityRules(tree) }),
            ("targets.yaml", { tree throws(FactProblem) in _ = try QueueTargets(tree) }),
        ]
        // One file may be read for the sake of another: what is wrong with it is still said once.
        var named: Set<String> = []
        return checks.compactMap { check in
            do throws(FactProblem) {
                try check.read(try tree(check.name, files))
                return nil
            } catch { return error }
        }.filter { named.insert($0.file).inserted }
    }

    private static func tree(_ name: String, _ files: [String: String]) throws(FactProblem) -> FactTree {
        guard let text = files[name] else {
            throw FactProblem(
                file: name, line: nil, says: "the file is missing",
                remedy: "Put it back from the copy that came with Earshot, then change that.")
        }
        return try FactTree(file: name, text: text)
    }
}

/// One file of moderation data as it was read.
package struct RuleFile: Hashable, Sendable {
    package let name: String
    /// How many of its lines say something: neither empty nor a comment.
    package let lines: Int

    init(name: String, text: String) {
        self.name = name
        lines = text.split(separator: "\n").count { line in
            let first = line.first { !$0.isWhitespace }
            return first != nil && first != "#"
        }
    }
}
