import Concerns
import Pages

/// The form's fields as they came, kept so that a refused form loses nothing that was typed.
///
/// They may identify a child, so the type shows nothing by itself.
struct TellForm: Sendable, CustomStringConvertible, CustomReflectable {
    /// In Unicode scalars, so that no script is given less room than another.
    static let longestMessage = 10_000
    /// What is beyond is cut off: an odd council must never be why the words are refused.
    static let longestCouncil = 500

    let message: Original
    let authority: String
    let council: String
    let areas: [String]
    let who: String
    let ageBand: String
    let share: String
    let language: String
    let token: String

    init(_ fields: FormFields) {
        // A browser sends each line end as two characters; nothing else of the words is changed.
        message = Original((fields["message"] ?? "").replacing("\r\n", with: "\n"))
        authority = fields.text("authority") ?? ""
        council = String((fields.text("council") ?? "").unicodeScalars.prefix(Self.longestCouncil))
        areas = fields.all("area").filter { !$0.isEmpty }
        who = fields.text("who") ?? ""
        ageBand = fields.text("age_band") ?? ""
        share = fields.text("share") ?? ""
        language = fields.text("language") ?? ""
        token = fields["token"] ?? ""
    }

    var description: String { message.description }
    var customMirror: Mirror { Mirror(self, children: []) }

    /// What the form says, or all that is wrong with it in the order of the page.
    ///
    /// - Parameter isFresh: whether the form was fetched here, not long ago and not this instant.
    func checked(in authorities: Authorities, isFresh: Bool) throws(FormProblems) -> TellAnswers {
        var problems: [FormProblem] = []
        if !message.saysSomething {
            problems.append(FormProblem("message", says: "messageIsEmpty"))
        } else if message.words.unicodeScalars.count > Self.longestMessage {
            problems.append(FormProblem("message", says: "messageIsTooLong"))
        }
        let areas = self.areas.map { JudgementArea(rawValue: $0) }
        if areas.contains(nil) { problems.append(FormProblem("area", says: "areaIsUnknown")) }
        let place = TellPlace(authority: authority, council: council, in: authorities)
        if place == nil { problems.append(FormProblem("authority", says: "authorityIsUnknown")) }
        let teller = Self.answer(who, "who", says: "whoIsUnknown", &problems) { Teller(rawValue: $0) }
        let ageBand = Self.answer(ageBand, "age_band", says: "ageIsUnknown", &problems) { AgeBand(rawValue: $0) }
        let language = Self.answer(language, "language", says: "languageIsUnknown", &problems) {
            OfferedLanguage(rawValue: $0)
        }
        let sharing = share.isEmpty ? .counted : Sharing(rawValue: share)
        if sharing == nil { problems.append(FormProblem("share", says: "shareIsUnknown")) }
        if !isFresh { problems.append(FormProblem("send", says: "formIsOld")) }
        guard problems.isEmpty, let place, let sharing else { throw FormProblems(problems) }
        return TellAnswers(
            told: Told(
                message, councilTyped: place.typed, areas: Set(areas.compactMap { $0 }).sorted(), ageBand: ageBand,
                language: language?.rawValue),
            authority: place.authority, teller: teller, sharing: sharing)
    }

    /// What was answered to a question that may be skipped; an answer that is not known is a problem.
    private static func answer<Known>(
        _ typed: String, _ field: String, says key: String, _ problems: inout [FormProblem], read: (String) -> Known?
    ) -> Known? {
        let answer = read(typed)
        if answer == nil, !typed.isEmpty { problems.append(FormProblem(field, says: key)) }
        return answer
    }
}

/// A form that was filled in so that it can be kept.
struct TellAnswers: Sendable {
    let told: Told
    let authority: GSSCode?
    let teller: Teller?
    let sharing: Sharing
}

extension Original {
    /// Whether there is anything in it that can be seen: a letter, a digit, an emoji or another sign.
    fileprivate var saysSomething: Bool { words.unicodeScalars.contains(where: \.isVisible) }
}

extension Unicode.Scalar {
    /// What stands for bytes that were no text, and the braille cell without dots.
    private static let unseen: [Unicode.Scalar] = ["\u{FFFD}", "\u{2800}"]

    /// Whether a reader would see it by itself.
    fileprivate var isVisible: Bool {
        guard !properties.isDefaultIgnorableCodePoint, !Self.unseen.contains(self) else { return false }
        return switch properties.generalCategory {
        case .control, .format, .spaceSeparator, .lineSeparator, .paragraphSeparator, .unassigned, .nonspacingMark,
            .spacingMark, .enclosingMark:
            false
        default: true
        }
    }
}
