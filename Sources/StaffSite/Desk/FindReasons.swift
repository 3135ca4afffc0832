import Concerns
import Pages
import Triage

/// Says in words why a stretch is suggested to be taken out, and how sure that is.
struct FindReasons: Sendable {
    private let finds: [Range<Int>: IdentifierFind]
    private let pages: StaffPages

    init(_ finds: [IdentifierFind], in pages: StaffPages) {
        self.finds = Dictionary(finds.map { ($0.redaction.scalars, $0) }) { first, _ in first }
        self.pages = pages
    }

    /// What was not suggested was added by a moderator.
    func why(_ redaction: Redaction) -> (words: String, isUnsure: Bool) {
        guard let find = finds[redaction.scalars] else { return (pages.words("findAdded"), false) }
        let reason = pages.words(find.reason.key)
        guard find.isUnsure || find.confidence < 1 else { return (reason, false) }
        let sure = Shown.percent(Double(find.confidence))
        return (
            pages.words(find.isUnsure ? "findUnsure" : "findSure", ["reason": reason, "sure": sure]), find.isUnsure
        )
    }
}

extension IdentifierFind {
    /// Whether it is as likely wrong as right, so that it needs a second look.
    var isUnsure: Bool { confidence < 0.5 }
}

extension IdentifierFind.Reason {
    /// The key of the words for it.
    var key: String {
        switch self {
        case .rule: "findRule"
        case .context: "findContext"
        case .mentionedBefore: "findMentionedBefore"
        }
    }
}
