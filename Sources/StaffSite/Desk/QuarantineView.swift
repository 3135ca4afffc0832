import Concerns
import Inbox
import Pages
import Receiving
import Store
import Triage

/// The view of `desk/quarantined`: one source as it came, and the forms that make a concern of it or set it aside.
///
/// Only moderators are ever shown it; it holds the words.
struct QuarantineView: Sendable {
    /// So much of a source is shown, in bytes; all of it can be downloaded.
    private static let mostShown = 64 * 1024

    let token: String
    let id: String
    let shortID: String
    let isDanger: Bool
    let guidance: [GuidanceStep]
    let hasProblems: Bool
    let problems: [ProblemLine]
    /// Whether it could not be put on disk, which the page says first.
    let isNotKept: Bool
    let facts: [ReviewView.Fact]
    let reason: String
    /// What could be read; nil where nothing could.
    let said: String?
    /// Whether more can be read than a concern may hold.
    let saysMore: Bool
    let source: String
    /// How much of the source is left out here; nil where all of it is shown.
    let sourceGoesOn: String?
    /// What is keyed in.
    let form: PaperView
    let channels: [Choice]
    let channelProblem: String?
    let reasons: [Choice]
    let setAsideProblem: String?

    /// - Parameter isDanger: whether the mail or what is keyed in sounds like danger, which then leads the page.
    init(
        _ opened: OpenedQuarantined, _ filled: QuarantineForm, problems wrong: FormProblems = FormProblems([]),
        isNotKept: Bool = false, isDanger: Bool, guidance: [GuidanceStep], session: Session, in pages: StaffPages
    ) {
        let (entry, words) = (opened.entry, pages.words)
        token = session.formToken.text
        id = entry.id.description
        shortID = String(id.prefix(6))
        self.isDanger = isDanger
        self.guidance = guidance
        hasProblems = !wrong.all.isEmpty
        problems = wrong.lines(in: words)
        self.isNotKept = isNotKept
        facts = Self.facts(entry, opened, in: pages)
        reason = entry.reason
        let scalars = opened.message?.original.words.unicodeScalars
        said = scalars.map { SeenText.words(String(String.UnicodeScalarView($0.prefix(TellForm.longestMessage)))) }
        saysMore = scalars?.dropFirst(TellForm.longestMessage).isEmpty == false
        let bytes = opened.source
        source = SeenText.source(bytes.prefix(Self.mostShown))
        sourceGoesOn =
            bytes.count > Self.mostShown
            ? words("sourceGoesOn", ["shown": "\(Self.mostShown / 1024)", "all": "\((bytes.count + 1023) / 1024)"])
            : nil
        form = PaperView(
            filled.keyed, sending: "", problems: wrong, guidance: guidance, token: token, in: pages)
        channels = QuarantineForm.channels.map { channel in
            Choice(
                value: channel.rawValue, label: pages.said("staffChannel", channel.rawValue),
                isChosen: channel.rawValue == filled.channel)
        }
        channelProblem = wrong.says("channel", in: words)
        reasons = pages.choices(SetAside.self, "staffSetAside") { $0 == filled.setAside }
        setAsideProblem = wrong.says("set_aside", in: words)
    }

    private static func facts(
        _ entry: Quarantined, _ opened: OpenedQuarantined, in pages: StaffPages
    ) -> [ReviewView.Fact] {
        func fact(_ label: String, _ value: String) -> ReviewView.Fact {
            ReviewView.Fact(label: pages.words(label), value: value)
        }
        return [
            fact("columnArrived", entry.arrivedOn.description),
            fact("columnChannel", pages.said("staffChannel", entry.channel.rawValue)),
            fact(
                "columnUrgency",
                entry.urgency.map { pages.said("staffUrgency", $0.rawValue) } ?? pages.words("urgencyNotKnown")),
            fact("columnCouncil", pages.name(of: entry.authority)),
        ]
    }
}

/// The view of `desk/quarantine-closed`: a source that is not opened, and why.
struct QuarantineClosedView: Sendable {
    let token: String
    let id: String
    let shortID: String
    let says: String
    /// Whether it is a concern now, which can be opened.
    let isTaken: Bool
    /// What was keyed in before it was found settled; nil where there is nothing.
    let keyed: String?

    init(_ entry: Quarantined, closed: StaysClosed, keyed: String, token: String, in pages: StaffPages) {
        self.token = token
        id = entry.id.description
        shortID = String(id.prefix(6))
        says = pages.words(closed.key)
        isTaken = closed == .settled(.taken)
        self.keyed = keyed.isEmpty ? nil : keyed
    }
}
