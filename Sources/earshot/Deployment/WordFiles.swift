import FactFiles
import Pages

/// The words of all pages, from `Web/Words`: one folder a language, and `languages.yaml` that says which there are.
///
/// Each language must have the same keys as English, with the same values in braces and all forms that its grammar asks for
/// in counted words: a page with a hole in it is found when the service starts, and by a test before that.
struct WordFiles {
    /// What only the staff pages say, which are in English.
    private static let staffFile = "staff"

    /// The languages of the young people's pages, English first.
    let languages: [Words]
    /// All words in English, those of the staff pages too.
    let english: Words

    /// - Parameter files: the texts of `Web/` by their path.
    /// - Throws: `FactProblem` naming file, line and key.
    init(_ files: [String: String]) throws(FactProblem) {
        let tree = try FactTree(file: "Words/languages.yaml", text: files["Words/languages.yaml"] ?? "")
        var languages: [Words] = []
        let all = try WordFile.merged(try WordFile.all(of: "en", in: files))
        let open = try WordFile.merged(try WordFile.all(of: "en", in: files).filter { $0.name != Self.staffFile })
        for entry in try tree["languages"].list {
            let language = try Self.language(entry)
            if language.code == Language.english.code {
                languages.insert(Words(language: .english, entries: open.entries, counted: open.counted), at: 0)
                continue
            }
            let own = try WordFile.all(of: language.code, in: files)
            let words = try WordFile.merged(own)
            try words.check(against: open, language: language.code)
            languages.append(
                Words(
                    language: language, entries: words.entries, counted: words.counted,
                    english: language.isChecked ? nil : open.entries))
        }
        guard languages.first?.language == .english else {
            throw tree.problem("English is missing among the languages", "Put back the line with “code: en”.")
        }
        self.languages = languages
        english = Words(language: .english, entries: all.entries, counted: all.counted)
    }

    private static func language(_ entry: FactTree) throws(FactProblem) -> Language {
        try entry.allow(only: ["code", "name", "direction", "check"])
        return Language(
            code: try entry["code"].text, name: try entry["name"].text,
            isRightToLeft: try entry["direction"].choice(of: Direction.self) == .rtl,
            isChecked: try entry["check"].choice(of: Check.self) == .done)
    }

    private enum Direction: String, CaseIterable { case ltr, rtl }
    private enum Check: String, CaseIterable { case done, waiting }
}

/// The words of one file, or of all files of one language.
struct WordFile {
    let name: String
    let file: String
    var entries: [String: String] = [:]
    var counted: [String: [PluralForm: String]] = [:]

    private init(name: String, file: String) {
        self.name = name
        self.file = file
    }

    /// - Throws: `FactProblem` for an entry that is neither text nor counted forms.
    init(name: String, file: String, text: String) throws(FactProblem) {
        self.init(name: name, file: file)
        let tree = try FactTree(file: file, text: text)
        for key in tree.keys {
            let entry = try tree[key]
            if entry.keys.isEmpty {
                entries[key] = try entry.text
            } else {
                try entry.allow(only: PluralForm.allCases.map(\.rawValue))
                var forms: [PluralForm: String] = [:]
                for form in entry.keys { forms[PluralForm(rawValue: form) ?? .other] = try entry[form].text }
                counted[key] = forms
            }
        }
    }

    /// The files of one language, by name.
    static func all(of language: String, in files: [String: String]) throws(FactProblem) -> [WordFile] {
        let start = "Words/\(language)/"
        var found: [WordFile] = []
        for (path, text) in files.sorted(by: { $0.key < $1.key }) where path.hasPrefix(start) {
            let name = String(path.dropFirst(start.count).dropLast(".yaml".count))
            found.append(try WordFile(name: name, file: path, text: text))
        }
        return found
    }

    /// All words of several files.
    ///
    /// - Throws: `FactProblem` when a key stands in two of them.
    static func merged(_ files: [WordFile]) throws(FactProblem) -> WordFile {
        var all = WordFile(name: "", file: files.first.map { String($0.file.prefix { $0 != "." }) } ?? "Words")
        for file in files {
            for key in Array(file.entries.keys) + Array(file.counted.keys) {
                guard all.entries[key] == nil, all.counted[key] == nil else {
                    throw FactProblem(
                        file: file.file, line: nil, says: "“\(key)” stands in another word file too",
                        remedy: "Give it another name.")
                }
            }
            all.entries.merge(file.entries) { $1 }
            all.counted.merge(file.counted) { $1 }
        }
        return all
    }

    /// Makes sure that nothing of `english` is missing here.
    ///
    /// - Throws: `FactProblem` naming the first gap.
    func check(against english: WordFile, language: String) throws(FactProblem) {
        func gap(_ says: String, _ remedy: String) -> FactProblem {
            FactProblem(file: "Words/\(language)", line: nil, says: says, remedy: remedy)
        }
        for (key, words) in english.entries.sorted(by: { $0.key < $1.key }) {
            guard let own = entries[key] else {
                throw gap("“\(key)” is missing", "Translate: \(words)")
            }
            guard Self.values(in: own) == Self.values(in: words) else {
                throw gap("“\(key)” has other values in braces than the English words", "Write: \(words)")
            }
        }
        for key in english.counted.keys.sorted() {
            let forms = Set(counted[key]?.keys.map { $0 } ?? [])
            let needed = PluralForm.all(in: language)
            guard forms == needed.union([.other]) || forms == needed else {
                let names = needed.map(\.rawValue).sorted().joined(separator: ", ")
                throw gap("“\(key)” has not the forms that this language counts with", "Write: \(names).")
            }
        }
        let known = Set(english.entries.keys).union(english.counted.keys)
        if let extra = (Set(entries.keys).union(counted.keys)).subtracting(known).min() {
            throw gap("“\(extra)” is not among the English words", "Take it out.")
        }
    }

    /// The values that words wait for: `{month}`.
    private static func values(in words: String) -> Set<String> {
        Set(words.matches(of: /{([a-z]+)}/).map { String($0.1) })
    }
}
