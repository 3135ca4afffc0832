import FactFiles
import Inbox

/// What reading mail and letters needs of `Moderation/`: the phrases of mail programs, and the words that tell a language.
struct InboxRules {
    static let phrasesFile = "mail.yaml"
    static let languagesFile = "languages.yaml"

    let reader: InboxReader
    let languages: LanguageGuess

    /// - Parameter files: their text by their name within the moderation folder.
    /// - Throws: `FactProblem` naming file and line.
    init(files: [String: String]) throws(FactProblem) {
        reader = InboxReader(
            phrases: try MailPhrases(file: Self.phrasesFile, text: try Self.text(Self.phrasesFile, files)))
        languages = try LanguageGuess(file: Self.languagesFile, text: try Self.text(Self.languagesFile, files))
    }

    /// Reads the moderation folder that Earshot comes with, or the copy that is named.
    ///
    /// - Throws: ``CommandFailure`` or `FactProblem`.
    init(folder: String?) throws {
        try self.init(
            files: TextFiles.read(ShippedFolder.moderation.url(instead: folder), endings: [".yaml"]))
    }

    /// What is wrong with these files, at most one complaint each.
    static func problems(in files: [String: String]) -> [FactProblem] {
        let checks: [(name: String, read: (String) throws(FactProblem) -> Void)] = [
            (phrasesFile, { text throws(FactProblem) in _ = try MailPhrases(file: phrasesFile, text: text) }),
            (languagesFile, { text throws(FactProblem) in _ = try LanguageGuess(file: languagesFile, text: text) }),
        ]
        return checks.compactMap { check in
            do throws(FactProblem) {
                try check.read(try text(check.name, files))
                return nil
            } catch { return error }
        }
    }

    private static func text(_ name: String, _ files: [String: String]) throws(FactProblem) -> String {
        guard let text = files[name] else {
            throw FactProblem(
                file: name, line: nil, says: "the file is missing",
                remedy: "Put it back from the copy that came with Earshot, then change that.")
        }
        return text
    }
}
