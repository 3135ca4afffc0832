import Concerns
import Pages

/// What the form shows: the choices, what was typed before, and what was wrong with it.
struct TellView {
    let token: String
    let isNotKept: Bool
    let hasProblems: Bool
    let problems: [ProblemLine]

    let message: String
    let messageProblem: String?
    let areas: [Choice]
    let areaProblem: String?
    let authorities: [Choice]
    let authorityProblem: String?
    let council: String
    let who: [Choice]
    let whoProblem: String?
    let ages: [Choice]
    let ageProblem: String?
    let languages: [Choice]
    let languageProblem: String?
    let shares: [Choice]
    let shareProblem: String?
    let sendProblem: String?

    /// - Parameters:
    ///   - form: what was typed before; a fresh form otherwise.
    ///   - isNotKept: whether the words could not be put on disk, which the page says first.
    init(
        _ form: TellForm = TellForm(FormFields(bytes: [])), problems: FormProblems = FormProblems([]),
        isNotKept: Bool = false, token: String, authorities: Authorities, in words: Words
    ) {
        self.token = token
        self.isNotKept = isNotKept
        hasProblems = !problems.all.isEmpty
        self.problems = problems.lines(in: words)

        message = form.message.words
        messageProblem = problems.says("message", in: words)
        areas = Choice.list(
            "area", JudgementArea.allCases.map { ($0.rawValue, words.area($0)) }, chosen: form.areas)
        areaProblem = problems.says("area", in: words)
        self.authorities = Choice.list(
            "authority", authorities.current.map { ($0.code.description, $0.name) }, chosen: [form.authority])
        authorityProblem = problems.says("authority", in: words)
        council = form.council
        who = Choice.list("who", Self.asked(Teller.self, "who", in: words), chosen: [form.who])
        whoProblem = problems.says("who", in: words)
        ages = Choice.list("age_band", Self.asked(AgeBand.self, "age", in: words), chosen: [form.ageBand])
        ageProblem = problems.says("age_band", in: words)
        languages = Choice.list(
            "language", OfferedLanguage.allCases.map { ($0.rawValue, words("language-\($0)")) },
            chosen: [form.language])
        languageProblem = problems.says("language", in: words)
        shares = Choice.list(
            "share", [Sharing.counted, .words].map { ($0.rawValue, words("share-\($0.rawValue)")) },
            chosen: [form.share.isEmpty ? Sharing.counted.rawValue : form.share])
        shareProblem = problems.says("share", in: words)
        sendProblem = problems.says("send", in: words)
    }

    /// The answers to a question that nobody must answer.
    private static func asked<Answer: RawRepresentable & CaseIterable>(
        _ type: Answer.Type, _ key: String, in words: Words
    ) -> [(value: String, says: String)] where Answer.RawValue == String {
        type.allCases.map { ($0.rawValue, words("\(key)-\($0.rawValue)")) } + [("", words("ratherNotSay"))]
    }
}
