import Concerns
import FactFiles
import Foundation
import Triage

/// Makes `Moderation/message-weights.txt` and `Moderation/name-weights.txt` from the messages in `Training/Messages`.
///
/// Run by `script/train` in the project's folder. The same messages make the same files.
@main
enum TrainTriage {
    static func main() throws {
        var corpus: [LabelledMessage] = []
        for file in try files(in: "Training/Messages", ending: ".txt") {
            corpus += try LabelledMessage.all(in: text(file), file: file)
        }
        let rules = try text("Moderation/redaction.yaml")
        let triage = Triage(rules: try ModerationRules(files: moderation()))
        print("\(corpus.count) messages")
        try trainMessages(corpus, triage)
        let lists = try FactTree(file: "redaction.yaml", text: rules)
        func words(_ key: String) throws -> [String] {
            try lists[key].text.split(whereSeparator: \.isWhitespace).map(String.init)
        }
        func lines(_ name: String) throws -> [String] {
            try text("Training/Names/\(name).txt").split(separator: "\n").map(String.init)
        }
        let renaming = Renaming(
            given: try words("given_names") + lines("given"), family: try lines("surnames"),
            // Surnames among them, so that what no list has is learnt by the words around it.
            places: try words("places") + lines("places") + lines("surnames"))
        let trainer = NameTrainer(corpus, renaming: renaming, triage: triage)
        let lines = trainer.lines(from: 0.5)
        print("\(lines.count) contexts of names")
        try write(
            "Moderation/name-weights.txt", columns: Triage.nameLabels,
            [line("bias", trainer.bias, Triage.nameLabels.count)]
                + lines.map { line($0.name, $0.row, Triage.nameLabels.count) })
        print(try Pace(corpus, moderation: moderation()).description)
    }

    private static func trainMessages(_ corpus: [LabelledMessage], _ triage: Triage) throws {
        let questions = MessageTrainer.questions
        let trainer = MessageTrainer(corpus, triage: triage)
        let folds = Folds(trainer)
        var thresholds = MessageTrainer.Row()
        print("By weights learnt without them, in five parts:")
        var flagged = trainer.ruledDanger
        for (question, name) in questions.enumerated() {
            if name == "serious" {
                for place in corpus.indices where trainer.ruledSerious[place] { flagged[place] = true }
            }
            thresholds[question] = folds.threshold(of: question, trainer, besides: flagged)
            if question < 2 {
                for place in corpus.indices where folds.sums[place][question] >= thresholds[question] {
                    flagged[place] = true
                }
                let (share, found) = folds.flaggedAndFound(flagged, question, trainer)
                print(
                    String(
                        format: "  with the rules: %.3f of the queue flagged, %.3f of %@ found", share, found,
                        name as NSString))
            }
            let (recall, precision) = folds.recallAndPrecision(of: question, from: thresholds[question], trainer)
            print(String(format: "  %-20@ recall %.3f, precision %.3f", name as NSString, recall, precision))
        }
        var sure = MessageTrainer.Row(repeating: 99)
        for (question, share) in [(0, 0.8), (1, 0.92)] {
            sure[question] = folds.sure(of: question, trainer, share: share)
            let (recall, precision) = folds.recallAndPrecision(of: question, from: sure[question], trainer)
            print(
                String(
                    format: "  sure of %@: recall %.3f, precision %.3f", questions[question] as NSString, recall,
                    precision))
        }
        let (learnt, names, _) = trainer.learn(from: Array(corpus.indices))
        let kept = names.indices.filter { place in
            questions.indices.contains { abs(learnt.weights[place][$0]) >= 0.08 }
        }
        print("\(kept.count) features of messages")
        try write(
            "Moderation/message-weights.txt", columns: questions,
            [
                line("bias", learnt.bias, questions.count), line("threshold", thresholds, questions.count),
                line("sure", sure, questions.count),
            ]
                + kept.sorted { names[$0] < names[$1] }.map { line(names[$0], learnt.weights[$0], questions.count) })
    }

    /// - Parameter name: kind and text, parted by a tab; `bias` and `threshold` have no text.
    private static func line<Row: SIMD>(_ name: String, _ row: Row, _ count: Int) -> String where Row.Scalar == Float {
        let numbers = (0..<count).map { String(Int((row[$0] * 100).rounded())) }.joined(separator: " ")
        return "\(name.contains("\t") ? name : name + "\t")\t\(numbers)"
    }

    private static func write(_ path: String, columns: [String], _ lines: [String]) throws {
        let head = [
            "# What speaks for: \(columns.joined(separator: ", ")). In hundredths.",
            "# Made by script/train from Training/Messages; change those, not this.",
        ]
        try Data(((head + lines).joined(separator: "\n") + "\n").utf8).write(to: URL(filePath: path))
    }

    /// The moderators' files.
    private static func moderation() throws -> [String: String] {
        var files: [String: String] = [:]
        for name in ModerationRules.fileNames + TriageWeights.fileNames {
            files[name] = try? text("Moderation/\(name)")
        }
        return files
    }

    private static func files(in folder: String, ending: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(ending) }.sorted()
            .map { "\(folder)/\($0)" }
    }

    private static func text(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }
}
