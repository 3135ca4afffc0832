import Concerns
import Pages
import Receiving

extension TellView {
    /// What there is to say about a form besides its questions.
    struct Notice {
        var problems = FormProblems([])
        /// The words could not be put on disk, which the page says first.
        var isNotKept = false
    }

    /// - Parameters:
    ///   - step: the page to show; nil shows all questions at once.
    ///   - asked: what the typed council may mean, where that has to be asked back.
    init(
        _ fields: FormFields, step: TellStep?, token: String, notice: Notice = Notice(), asked: CouncilGuess? = nil,
        authorities: Authorities, in words: Words
    ) {
        let form = TellForm(fields)
        let problems = notice.problems
        func shows(_ one: TellStep) -> Bool { step == nil ? one != .check : step == one }

        self.token = token
        isNotKept = notice.isNotKept
        hasProblems = !problems.all.isEmpty
        self.problems = problems.lines(in: words)
        counter = step.flatMap { Self.counter($0, in: words) }
        isWords = shows(.words)
        isAbout = shows(.about)
        isCouncil = shows(.council)
        isWho = shows(.who)
        isAge = shows(.age)
        isShare = shows(.share)
        isCheck = step == .check
        isWhole = step == nil
        offersSteps = step == .words
        self.step = step?.rawValue ?? ""
        let isQuestion = step.map(TellStep.questions.contains) ?? false
        next = isQuestion ? step?.next?.address : nil
        back = step?.previous?.address
        carried = step.map { Self.carried(fields, past: $0) } ?? Self.spoken(fields)

        message = form.message.words
        messageProblem = problems.says("message", in: words)
        trap = fields[TellStep.trap] ?? ""
        areas = Choice.list(
            "area", JudgementArea.allCases.map { ($0.rawValue, words.area($0)) }, chosen: form.areas)
        areaProblem = problems.says("area", in: words)
        council = form.council
        // A hundred and fifty choices are made only for the page that shows them.
        self.authorities =
            shows(.council)
            ? Choice.list(
                "authority", authorities.current.map { ($0.code.description, $0.name) }, chosen: [form.authority]) : []
        authorityProblem = problems.says("authority", in: words)
        isAskedBack = asked != nil
        councilAsked = asked.map { Self.asks($0, typed: form.council, in: words) } ?? ""
        candidates = asked.map { Self.candidates($0, chosen: form.authority, in: words) } ?? []
        hasCandidates = candidates.count > 1
        who = Choice.list("who", Self.asked(Teller.self, "who", in: words), chosen: [form.who])
        whoProblem = problems.says("who", in: words)
        ages = Choice.list("age_band", Self.asked(AgeBand.self, "age", in: words), chosen: [form.ageBand])
        ageProblem = problems.says("age_band", in: words)
        shares = Choice.list(
            "share", [Sharing.counted, .words].map { ($0.rawValue, words("share-\($0.rawValue)")) },
            chosen: [form.share.isEmpty ? Sharing.counted.rawValue : form.share])
        shareProblem = problems.says("share", in: words)
        sendProblem = problems.says("send", in: words)
        answers = step == .check ? TellAnswer.all(of: form, authorities: authorities, in: words) : []
    }

    private static func counter(_ step: TellStep, in words: Words) -> String? {
        let counted = TellStep.questions + [.check]
        guard let place = counted.firstIndex(of: step) else { return nil }
        return words("stepCount", ["number": "\(place + 1)", "all": "\(counted.count)"])
    }

    private static func carried(_ fields: FormFields, past step: TellStep) -> [Carried] {
        TellStep.carried.filter { !step.fields.contains($0) }.flatMap { name in
            carriedValues(of: name, in: fields).map { Carried(name: name, value: $0) }
        }
    }

    /// What a field brings to the next page: each area once, and of every other field one value of sensible length, so that
    /// no body that somebody makes up grows from page to page.
    private static func carriedValues(of name: String, in fields: FormFields) -> [String] {
        switch name {
        case "area": JudgementArea.allCases.map(\.rawValue).filter(Set(fields.all(name)).contains)
        case "message": [fields["message"] ?? ""].filter { !$0.isEmpty }
        default:
            [String((fields[name] ?? "").unicodeScalars.prefix(TellForm.longestCouncil))].filter { !$0.isEmpty }
        }
    }

    /// The whole form asks everything but the language, which is that of the page.
    private static func spoken(_ fields: FormFields) -> [Carried] {
        fields.text("language").map { [Carried(name: "language", value: $0)] } ?? []
    }

    private static func asks(_ guess: CouncilGuess, typed: String, in words: Words) -> String {
        switch guess {
        case .unknown: words("councilUnknown", ["name": typed])
        case .ask, .one: words("councilMaybe", ["name": typed])
        }
    }

    private static func candidates(_ guess: CouncilGuess, chosen: String, in words: Words) -> [Choice] {
        let possible: [Authority] =
            switch guess {
            case .ask(let possible): possible
            case .one(let one): [one]
            case .unknown: []
            }
        return Choice.list(
            "authority", possible.map { ($0.code.description, $0.name) } + [("", words("councilNone"))],
            chosen: [chosen])
    }

    /// The answers to a question that nobody must answer.
    private static func asked<Answer: RawRepresentable & CaseIterable>(
        _ type: Answer.Type, _ key: String, in words: Words
    ) -> [(value: String, says: String)] where Answer.RawValue == String {
        type.allCases.map { ($0.rawValue, words("\(key)-\($0.rawValue)")) } + [("", words("ratherNotSay"))]
    }
}

extension TellAnswer {
    /// Each question with its answer, the words first.
    static func all(of form: TellForm, authorities: Authorities, in words: Words) -> [TellAnswer] {
        func line(_ key: String, _ answer: String?, _ step: TellStep) -> TellAnswer {
            TellAnswer(
                question: words(key), answer: answer.flatMap { $0.isEmpty ? nil : $0 } ?? words("checkNothing"),
                address: step.address)
        }
        let areas = form.areas.compactMap { JudgementArea(rawValue: $0) }.map(words.area)
        let place = TellPlace(authority: form.authority, council: form.council, in: authorities)
        let council = place?.authority.flatMap { authorities[$0]?.name } ?? place?.typed
        return [
            line("checkWords", form.message.words, .words),
            line("areaLabel", areas.joined(separator: ", "), .about),
            line("councilLabel", council, .council),
            line("whoLabel", Teller(rawValue: form.who).map { words("who-\($0.rawValue)") }, .who),
            line("ageLabel", AgeBand(rawValue: form.ageBand).map { words("age-\($0.rawValue)") }, .age),
            line("shareLabel", words("share-\((Sharing(rawValue: form.share) ?? .counted).rawValue)"), .share),
        ]
    }
}
