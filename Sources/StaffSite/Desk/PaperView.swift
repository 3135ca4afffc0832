import Concerns
import Pages
import Receiving
import Triage

/// The view of `desk/paper`: the form that a sheet of paper is keyed into.
///
/// Only moderators are ever shown it; it holds the words.
struct PaperView: Sendable {
    let token: String
    let sending: String
    let isDanger: Bool
    let guidance: [GuidanceStep]
    /// Whether it could not be put on disk, which the page says first.
    let isNotKept: Bool
    let hasProblems: Bool
    let problems: [ProblemLine]
    let message: String
    let messageProblem: String?
    let council: String
    /// What was made of the council; nil where none was named.
    let councilSays: String?
    let councils: [Choice]
    let authorityProblem: String?
    let areas: [Choice]
    let areaProblem: String?
    let tellers: [Choice]
    let whoProblem: String?
    let ages: [Choice]
    let ageProblem: String?
    let shares: [Choice]
    let shareProblem: String?
    let language: String
    let languageProblem: String?
    let sendProblem: String?

    /// - Parameters:
    ///   - sending: the form's own token.
    ///   - guidance: what to do where it sounds like danger, which then comes before everything else.
    init(
        _ form: PaperForm, sending: String, problems wrong: FormProblems = FormProblems([]), isNotKept: Bool = false,
        isDanger: Bool = false, guidance: [GuidanceStep], token: String, in pages: StaffPages
    ) {
        let (told, words) = (form.told, pages.words)
        self.token = token
        self.sending = sending
        self.isDanger = isDanger
        self.guidance = guidance
        self.isNotKept = isNotKept
        hasProblems = !wrong.all.isEmpty
        problems = wrong.lines(in: words)
        message = told.message.words
        messageProblem = wrong.says("message", in: words)
        council = told.council
        councilSays = pages.understood(told)
        councils = pages.councils(chosen: told.authority, none: "councilNotSaid")
        authorityProblem = wrong.says("authority", in: words)
        areas = pages.choices(JudgementArea.self, "staffArea") { told.areas.contains($0) }
        areaProblem = wrong.says("area", in: words)
        tellers =
            pages.choices(Teller.self, "staffTeller") { $0 == told.who }
            + [Choice(value: "", label: words("notSaid"), isChosen: told.who.isEmpty)]
        whoProblem = wrong.says("who", in: words)
        ages =
            pages.choices(AgeBand.self, "staffAge") { $0 == told.ageBand }
            + [Choice(value: "", label: words("notSaid"), isChosen: told.ageBand.isEmpty)]
        ageProblem = wrong.says("age_band", in: words)
        let share = told.share.isEmpty ? Sharing.counted.rawValue : told.share
        shares = pages.choices(Sharing.self, "staffSharing") { $0 == share }
        shareProblem = wrong.says("share", in: words)
        language = form.language
        languageProblem = wrong.says("language", in: words)
        sendProblem = wrong.says("send", in: words)
    }
}

extension StaffPages {
    /// What is made of the council on a form; nil where none was named.
    func understood(_ form: TellForm) -> String? {
        guard let place = TellPlace(authority: form.authority, council: form.council, in: authorities) else {
            return nil
        }
        if let authority = place.authority { return words("keyedCouncilIs", ["name": name(of: authority)]) }
        guard let typed = place.typed else { return nil }
        if form.authority.isEmpty, case .ask(let several) = authorities.named(form.council) {
            let names = several.map(\.name).joined(separator: ", ")
            return words("keyedCouncilIsSeveral", ["typed": typed, "names": names])
        }
        return words("keyedCouncilIsOpen", ["typed": typed])
    }
}
