package import FactFiles

/// `mail.yaml`: what mail programs write by themselves, in the languages of those who write to us.
///
/// Each list is made into a table when it is loaded, since it is asked about every line of every mail.
package struct MailPhrases: Sendable {
    /// The parts of a head that a program repeats above a mail; raw values are bits of an owner.
    enum Head: UInt64, CaseIterable {
        case from = 1
        case sent = 2
        case to = 4
        case subject = 8
        case others = 16
    }

    /// How an attribution begins, its last word, and a verb before a name; each language is a bit.
    let attributionStarts: PhraseTable
    let attributionEnds: PhraseTable
    let attributionVerbs: PhraseTable
    /// The languages whose attributions begin in any way.
    let startless: UInt64
    /// Names of fields, with the bits of ``Head``.
    let heads: PhraseTable
    let originals: PhraseTable
    let forwards: PhraseTable
    let footers: PhraseTable
    let devices: PhraseTable
    let disclaimers: PhraseTable
    let banners: PhraseTable
    /// Words of disclaimers, each a bit.
    let disclaimerWords: PhraseTable
    let replyMarks: PhraseTable
    let forwardMarks: PhraseTable
    let unsaidSubjects: PhraseTable
    let pointers: PhraseTable

    /// Beginnings of subjects, in lower case.
    package let absences: [String]
    package let deliveryReports: [String]
    /// What stands somewhere in the text of newsletters, in lower case.
    package let newsletters: [String]

    /// - Throws: ``FactProblem`` naming the line that cannot be used.
    package init(file: String, text: String) throws(FactProblem) {
        let tree = try FactTree(file: file, text: text)
        try tree.allow(only: [
            "replies", "heads", "originals", "forwards", "footers", "disclaimers", "subjects", "pointers",
            "automatic",
        ])
        let replies = try ReplyLines(tree["replies"])
        (attributionStarts, attributionEnds) = (PhraseTable(replies.starts), PhraseTable(replies.ends))
        (attributionVerbs, startless) = (PhraseTable(replies.verbs), replies.startless)
        heads = try Self.heads(tree["heads"])
        originals = PhraseTable(try Self.phrases(tree["originals"]))
        forwards = PhraseTable(try Self.phrases(tree["forwards"]))
        let footers = try tree["footers"]
        try footers.allow(only: ["begins", "devices"])
        self.footers = PhraseTable(try Self.phrases(footers["begins"]))
        devices = PhraseTable(try Self.listed(footers["devices"]))
        let disclaimers = try tree["disclaimers"]
        try disclaimers.allow(only: ["begins", "banners", "holds"])
        self.disclaimers = PhraseTable(try Self.phrases(disclaimers["begins"]))
        banners = PhraseTable(try Self.phrases(disclaimers["banners"]))
        disclaimerWords = PhraseTable(
            try Self.phrases(disclaimers["holds"]).enumerated().map { ($1, 1 << UInt64($0 % 64)) })
        let subjects = try tree["subjects"]
        try subjects.allow(only: ["replies", "forwards", "unsaid"])
        replyMarks = PhraseTable(try Self.listed(subjects["replies"]))
        forwardMarks = PhraseTable(try Self.listed(subjects["forwards"]))
        unsaidSubjects = PhraseTable(try Self.listed(subjects["unsaid"]))
        pointers = PhraseTable(try Self.phrases(tree["pointers"]))
        let automatic = try tree["automatic"]
        try automatic.allow(only: ["absences", "delivery_reports", "newsletters"])
        absences = try Self.phrases(automatic["absences"]).map { $0.lowercased() }
        deliveryReports = try Self.phrases(automatic["delivery_reports"]).map { $0.lowercased() }
        newsletters = try Self.phrases(automatic["newsletters"]).map { $0.lowercased() }
    }

    private static func heads(_ tree: FactTree) throws(FactProblem) -> PhraseTable {
        try tree.allow(only: Head.allCases.map { "\($0)" })
        var names: [(text: String, owners: UInt64)] = []
        for head in Head.allCases {
            for name in try phrases(tree["\(head)"]) { names.append((name, head.rawValue)) }
        }
        return PhraseTable(names)
    }

    /// The phrases of all languages of an entry.
    private static func phrases(_ tree: FactTree) throws(FactProblem) -> [String] {
        var phrases: [String] = []
        for language in try languages(of: tree) { phrases += try listed(tree[language]) }
        return phrases
    }

    static func languages(of tree: FactTree) throws(FactProblem) -> [String] {
        guard !tree.keys.isEmpty else {
            throw tree.problem("“\(tree.path)” must name its languages", "Write a line “en: [ … ]” under it.")
        }
        for key in tree.keys where !(2...3).contains(key.utf8.count) || !key.utf8.allSatisfy(\.isASCIILetter) {
            throw FactProblem(
                file: tree.file, line: tree.optional(key)?.line ?? tree.line, says: "“\(key)” is not a language’s code",
                remedy: "Write its two or three letters, such as en or pl.")
        }
        return tree.keys
    }

    static func listed(_ tree: FactTree) throws(FactProblem) -> [String] {
        try tree.list.map { entry throws(FactProblem) in
            let text = try entry.text
            guard !text.allSatisfy(\.isWhitespace), text.first?.isWhitespace == false else {
                throw entry.problem("a phrase is empty or begins with a space", "Write it without.")
            }
            return text
        }
    }
}
