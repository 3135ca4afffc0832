package import FactFiles

/// The weights learnt from labelled messages, as `Moderation/` holds them.
///
/// An object, so that whoever hands triage on holds no vectors: one of 64 bytes that lives across an `await` has memory beside
/// its async frame overwritten in release builds of Swift 6.3.1.
package final class TriageWeights: Sendable {
    package static let fileNames = ["message-weights.txt", "name-weights.txt"]

    let messages: MessageWeights
    let names: NameWeights

    /// - Parameter files: their text by their name within the moderation folder.
    /// - Throws: ``FactProblem`` naming file and line.
    package init(files: [String: String]) throws(FactProblem) {
        messages = try MessageWeights(Self.file(0, files))
        names = try NameWeights(Self.file(1, files))
    }

    /// The weights of a folder, or nil where it holds neither file: whoever keeps a folder of rules alone is served by them.
    ///
    /// - Throws: ``FactProblem`` when one of the two is missing, or a line cannot be used.
    package convenience init?(filesIfAny files: [String: String]) throws(FactProblem) {
        if Self.fileNames.allSatisfy({ files[$0] == nil }) { return nil }
        try self.init(files: files)
    }

    /// What is wrong with them, at most one complaint a file.
    package static func problems(in files: [String: String]) -> [FactProblem] {
        var problems: [FactProblem] = []
        do throws(FactProblem) { _ = try MessageWeights(file(0, files)) } catch { problems.append(error) }
        do throws(FactProblem) { _ = try NameWeights(file(1, files)) } catch { problems.append(error) }
        return problems
    }

    private static func file(_ number: Int, _ files: [String: String]) throws(FactProblem) -> WeightFile {
        try WeightFile(fileNames[number], text: files[fileNames[number]])
    }
}
