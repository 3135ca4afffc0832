package import Concerns
package import Pages

/// The form's fields as they came, kept so that a refused form loses nothing that was typed.
///
/// They may identify a child, so the type shows nothing by itself.
package struct TellForm: Sendable, CustomStringConvertible, CustomReflectable {
    /// In Unicode scalars, so that no script is given less room than another.
    package static let longestMessage = 10_000
    /// What is beyond is cut off: an odd council must never be why the words are refused.
    package static let longestCouncil = 500

    package let message: Original
    package let authority: String
    package let council: String
    package let areas: [String]
    package let who: String
    package let ageBand: String
    package let share: String
    package let language: String
    package let token: String

    package init(_ fields: FormFields) {
        message = Self.words(in: fields)
        authority = fields.text("authority") ?? ""
        council = String((fields.text("council") ?? "").unicodeScalars.prefix(Self.longestCouncil))
        areas = fields.all("area").filter { !$0.isEmpty }
        who = fields.text("who") ?? ""
        ageBand = fields.text("age_band") ?? ""
        share = fields.text("share") ?? ""
        // One that cannot be a language is passed over: nobody typed it, and it must never be why words are refused.
        language =
            fields.text("language").flatMap { $0.wholeMatch(of: /[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,3}/) }
            .map { String($0.output.0) } ?? ""
        token = fields["token"] ?? ""
    }

    package var description: String { message.description }
    package var customMirror: Mirror { Mirror(self, children: []) }

    /// What keeps the words themselves from being taken, or nil.
    package var problemWithWords: FormProblem? { Self.problem(with: message) }

    /// What keeps words from being taken as a message, or as an addition to one; nil where nothing does.
    package static func problem(with words: Original) -> FormProblem? {
        if !words.saysSomething { return FormProblem("message", says: "messageIsEmpty") }
        return words.words.unicodeScalars.count > longestMessage
            ? FormProblem("message", says: "messageIsTooLong") : nil
    }

    /// The words of a form as they are kept: a browser sends each line end as two characters; nothing else is changed.
    package static func words(in fields: FormFields) -> Original {
        Original((fields["message"] ?? "").replacing("\r\n", with: "\n"))
    }

    /// What the form says, or all that is wrong with it in the order of the page.
    ///
    /// - Parameter isFresh: whether the form was fetched here, not long ago and not this instant.
    package func checked(in authorities: Authorities, isFresh: Bool) throws(FormProblems) -> TellAnswers {
        var problems: [FormProblem] = []
        if let problem = problemWithWords { problems.append(problem) }
        let areas = self.areas.map { JudgementArea(rawValue: $0) }
        if areas.contains(nil) { problems.append(FormProblem("area", says: "areaIsUnknown")) }
        let place = TellPlace(authority: authority, council: council, in: authorities)
        if place == nil { problems.append(FormProblem("authority", says: "authorityIsUnknown")) }
        let teller = Self.answer(who, "who", says: "whoIsUnknown", &problems) { Teller(rawValue: $0) }
        let ageBand = Self.answer(ageBand, "age_band", says: "ageIsUnknown", &problems) { AgeBand(rawValue: $0) }
        let sharing = share.isEmpty ? .counted : Sharing(rawValue: share)
        if sharing == nil { problems.append(FormProblem("share", says: "shareIsUnknown")) }
        // Said alone: whoever mends something else presses Send again anyway, on a form with a fresh token.
        if !isFresh, problems.isEmpty { problems.append(FormProblem("send", says: "formIsOld")) }
        guard problems.isEmpty, let place, let sharing else { throw FormProblems(problems) }
        return TellAnswers(
            told: Told(
                message, councilTyped: place.typed, areas: Set(areas.compactMap { $0 }).sorted(), ageBand: ageBand,
                language: language.isEmpty ? nil : language),
            authority: place.authority, teller: teller, sharing: sharing)
    }

    /// What can be kept of a form that is refused although it tells of danger: the words as far as a message goes, else what
    /// was typed for the council, and of the other answers those that are known.
    ///
    /// - Returns: nil where nothing at all was said.
    package func rescued(in authorities: Authorities) -> TellAnswers? {
        let told = message.saysSomething ? message : Original(council)
        guard told.saysSomething else { return nil }
        var words = String.UnicodeScalarView()
        words.append(contentsOf: told.words.unicodeScalars.prefix(Self.longestMessage))
        let place = TellPlace(authority: authority, council: council, in: authorities)
        return TellAnswers(
            told: Told(
                Original(String(words)), councilTyped: place?.typed ?? (council.isEmpty ? nil : council),
                areas: Set(areas.compactMap { JudgementArea(rawValue: $0) }).sorted(),
                ageBand: AgeBand(rawValue: ageBand), language: language.isEmpty ? nil : language),
            authority: place?.authority, teller: Teller(rawValue: who), sharing: Sharing(rawValue: share) ?? .counted)
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
