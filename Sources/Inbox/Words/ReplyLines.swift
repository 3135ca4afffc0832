import FactFiles

/// The list `replies` of `mail.yaml`: how the line above a quote is made in each language.
struct ReplyLines {
    private(set) var starts: [(text: String, owners: UInt64)] = []
    private(set) var ends: [(text: String, owners: UInt64)] = []
    private(set) var verbs: [(text: String, owners: UInt64)] = []
    private(set) var startless: UInt64 = 0

    /// - Throws: ``FactProblem`` also when there are more languages than bits to tell them by.
    init(_ tree: FactTree) throws(FactProblem) {
        let languages = try MailPhrases.languages(of: tree)
        guard languages.count <= UInt64.bitWidth else {
            throw tree.problem("there are more than \(UInt64.bitWidth) languages", "Put two that are alike into one.")
        }
        for (number, language) in languages.enumerated() {
            let entry = try tree[language]
            try entry.allow(only: ["starts", "ends", "holds"])
            let bit: UInt64 = 1 << UInt64(number)
            if let list = entry.optional("starts") {
                starts += try MailPhrases.listed(list).map { ($0, bit) }
            } else {
                startless |= bit
            }
            ends += try MailPhrases.listed(entry["ends"]).map { ($0, bit) }
            if let list = entry.optional("holds") { verbs += try MailPhrases.listed(list).map { ($0, bit) } }
        }
    }
}
