import Concerns
import Pages
import Store

/// The view of `quality/second`: one original, the text as inspectors read it, and an empty form.
///
/// Nothing in it comes from the first reader or from the rules.
struct SecondReadingView: Sendable {
    let token: String
    let id: String
    let shortID: String
    let facts: [ReviewView.Fact]
    let original: String
    let hasText: Bool
    let text: String
    let hasProblems: Bool
    let problems: [ProblemLine]
    let missed: [ReviewView.Addition]
    let urgencies: [Choice]
    let urgencyProblem: String?
    let areas: [Choice]
    let areaProblem: String?

    init(
        _ opened: OpenedBlind, _ form: SecondReadingForm, problems wrong: FormProblems = FormProblems([]),
        session: Session, in pages: StaffPages
    ) {
        token = session.formToken.text
        id = opened.concern.id.description
        shortID = String(id.prefix(6))
        facts = Self.facts(opened, in: pages)
        original = SeenText.words(opened.told.original.words)
        hasText = opened.concern.text != nil
        text = SeenText.words(opened.concern.text?.description ?? "")
        hasProblems = !wrong.all.isEmpty
        problems = wrong.lines(in: pages.words)
        missed = (0..<max(SecondReadingForm.missedRows, form.missed.count + 1)).map { number in
            let typed = number < form.missed.count ? form.missed[number] : nil
            let kind = typed?.kind ?? IdentifierKind.person.rawValue
            return ReviewView.Addition(
                number: number, text: typed?.text ?? "",
                kinds: pages.choices(IdentifierKind.self, "staffKind") { $0 == kind },
                rowProblem: wrong.says("missed_text-\(number)", in: pages.words))
        }
        urgencies = pages.choices(Urgency.self, "staffUrgency") { $0 == form.urgency }
        urgencyProblem = wrong.says("urgency", in: pages.words)
        areas = pages.choices(JudgementArea.self, "staffArea") { form.areas.contains($0) }
        areaProblem = wrong.says("area", in: pages.words)
    }

    /// What the first reader saw beside the words too.
    private static func facts(_ opened: OpenedBlind, in pages: StaffPages) -> [ReviewView.Fact] {
        let (concern, told) = (opened.concern, opened.told)
        func fact(_ label: String, _ value: String) -> ReviewView.Fact {
            ReviewView.Fact(label: pages.words(label), value: value)
        }
        return [
            fact("columnArrived", concern.arrivedOn.description),
            fact("columnChannel", pages.said("staffChannel", concern.channel.rawValue)),
            fact("factTeller", pages.said("staffTeller", concern.teller?.rawValue ?? "not-said")),
            fact("factAge", pages.said("staffAge", told.ageBand?.rawValue ?? "not-said")),
            fact("factSharing", pages.said("staffSharing", concern.sharing.rawValue)),
            fact("factAreasTicked", pages.names(of: told.areas)),
            fact("factLanguage", told.language.map(pages.languageName) ?? pages.words("notSaid")),
        ]
    }
}

/// The view of `quality/second-start`: how many wait, and what came of the last one.
struct SecondStartView: Sendable {
    let token: String
    let notice: String?
    /// The concern whose words were just withheld, to be put right; nil where none were.
    let toCorrect: String?
    let count: String
    /// The next one’s address; nil where none waits for this moderator.
    let next: String?
}

/// The view of `quality/second-closed`: why a second reading is not opened or not kept.
struct SecondClosedView: Sendable {
    let token: String
    let says: String
}
