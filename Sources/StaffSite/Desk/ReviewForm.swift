import Concerns
import Pages
import Store
import Triage

/// What a moderator has filled in about one concern, as it stands; nothing in it is checked yet.
struct ReviewForm: Sendable {
    /// A stretch of words to take out, as offsets and a kind, with its tick.
    struct Row: Hashable, Sendable {
        let start: String
        let end: String
        let kind: String
        var isKept: Bool
    }

    /// Words to take out, typed.
    struct Addition: Hashable, Sendable {
        let text: String
        let kind: String
    }

    static let additionRows = 3
    /// A page with more rows is of no use to anyone.
    static let mostRows = 500

    var rows: [Row]
    var additions: [Addition]
    let urgency: String
    let areas: Set<String>
    /// A code, from the list.
    let authority: String
    /// A council's name, typed; it goes before the list.
    let council: String
    /// `own`, another voice, or empty where nothing was chosen.
    let voice: String
    let decision: String
    /// The id of a prepared answer.
    let preparedReply: String
    let reply: String
    /// Whether the answer asks the young person something.
    let asks: Bool
    let confirmsIdentifiers: Bool
    /// Whether the moderator says that the text may stay though it fits few children.
    let confirmsRisk: Bool
    let wantsPreview: Bool
    /// How many decisions had been taken when the form was made.
    let decisionsSeen: Int
    /// Whether more rows were sent than are kept; then nothing may be decided.
    let hasTooManyRows: Bool

    /// The form as it is first shown: what the rules suggest, what the young person ticked, nothing decided.
    init(suggesting opened: OpenedConcern) {
        let suggestion = opened.suggestion
        // Those that need a second look come first; the others stand as in the message.
        let (unsure, sure) = (suggestion.finds.filter(\.isUnsure), suggestion.finds.filter { !$0.isUnsure })
        rows = (unsure + sure).prefix(Self.mostRows).map { Row($0.redaction) }
        additions = []
        urgency = opened.urgency.rawValue
        areas = Set((suggestion.areas + opened.told.areas).map(\.rawValue))
        authority = opened.concern.summary.authority?.description ?? ""
        council = ""
        voice = opened.likeness.voices.contains(where: \.mustBeChosen) ? "" : Self.ownVoice
        decision = ""
        preparedReply = ""
        reply = ""
        asks = false
        confirmsIdentifiers = false
        confirmsRisk = false
        wantsPreview = false
        decisionsSeen = opened.concern.decisions.count
        hasTooManyRows = false
    }

    init(_ fields: FormFields) {
        let (starts, ends, kinds) = (fields.all("start"), fields.all("end"), fields.all("kind"))
        let kept = Set(fields.all("keep"))
        hasTooManyRows = starts.count > Self.mostRows
        rows = zip(starts, zip(ends, kinds)).prefix(Self.mostRows).enumerated().map { index, row in
            Row(start: row.0, end: row.1.0, kind: row.1.1, isKept: kept.contains("\(index)"))
        }
        // What is ticked as telling too much becomes rows like the others.
        rows += fields.all("take_risk").prefix(max(0, Self.mostRows - rows.count)).compactMap(Stretch.init)
            .map { Row(Redaction($0.scalars, .other)) }
        additions = zip(fields.all("add_text"), fields.all("add_kind"))
            .map { Addition(text: $0, kind: $1) }
            .filter { !$0.text.allSatisfy(\.isWhitespace) }
        urgency = fields["urgency"] ?? ""
        areas = Set(fields.all("area"))
        authority = fields["authority"] ?? ""
        council = fields.text("council") ?? ""
        voice = fields["voice"] ?? ""
        decision = fields["decision"] ?? ""
        preparedReply = fields["reply_template"] ?? ""
        // A browser sends each line end as two characters.
        reply = (fields["reply"] ?? "").replacing("\r\n", with: "\n")
        asks = fields["asks"] != nil
        confirmsIdentifiers = fields["confirm_identifiers"] != nil
        confirmsRisk = fields["confirm_risk"] != nil
        wantsPreview = fields["action"] == "preview"
        decisionsSeen = fields["seen"].flatMap { Int($0) } ?? 0
    }

    static let ownVoice = "own"
}

extension ReviewForm {
    /// A stretch of words in one field of a form: `12-34`.
    struct Stretch: CustomStringConvertible {
        let scalars: Range<Int>

        init(scalars: Range<Int>) { self.scalars = scalars }

        init?(_ text: String) {
            let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
            guard ends.count == 2, let start = ends[0], let end = ends[1], 0 <= start, start < end else { return nil }
            scalars = start..<end
        }

        var description: String { "\(scalars.lowerBound)-\(scalars.upperBound)" }
    }
}

extension ReviewForm.Row {
    init(_ redaction: Redaction) {
        self.init(
            start: "\(redaction.scalars.lowerBound)", end: "\(redaction.scalars.upperBound)",
            kind: redaction.kind.rawValue, isKept: true)
    }

    /// The stretch within a message of `length` scalars, or nil.
    func redaction(within length: Int) -> Redaction? {
        guard let start = Int(start), let end = Int(end), let kind = IdentifierKind(rawValue: kind), 0 <= start,
            start < end, end <= length
        else { return nil }
        return Redaction(start..<end, kind)
    }
}
