import Concerns
import Pages
import Store
import Triage

/// The view of `desk/likeness`: what says nearly the same, and whose voice this is.
struct LikenessView: Sendable {
    /// How many copies there are, of how many voices, weeks and councils; nil where there are none.
    let copiesSay: String?
    let copies: [Copy]
    /// Nil where there are too few for a campaign.
    let campaign: String?
    let mustChoose: Bool
    let voices: [VoiceChoice]
    let voiceProblem: String?

    struct Copy: Sendable {
        let id: String
        let shortID: String
        let alike: String
        let week: String
        let council: String
        let state: String
    }

    struct VoiceChoice: Sendable {
        let value: String
        let label: String
        let quote: String?
        let isChosen: Bool
    }

    init(
        _ opened: OpenedConcern, chosen: String, problem: String?, rules: LikenessRules, in pages: StaffPages
    ) {
        let likeness = opened.likeness
        let mustChoose = likeness.voices.contains(where: \.mustBeChosen)
        self.mustChoose = mustChoose
        voiceProblem = problem
        copies = likeness.copies.map { Copy($0, in: pages) }
        copiesSay = likeness.copies.isEmpty ? nil : Self.says(likeness.copies, in: pages)
        campaign = likeness.campaign.map { Self.campaign($0, by: rules, in: pages) }
        let isAddition = opened.concern.summary.thread != nil
        let isOwn = chosen == ReviewForm.ownVoice || (chosen.isEmpty && !mustChoose)
        let own = VoiceChoice(
            value: ReviewForm.ownVoice, label: pages.words(isAddition ? "voiceOfThread" : "voiceOwn"), quote: nil,
            isChosen: isOwn)
        voices =
            [own]
            + likeness.voices.map { voice in
                VoiceChoice(
                    value: voice.voice.description, label: pages.words("voiceSame", ["percent": "\(voice.percent)"]),
                    quote: voice.text?.description ?? pages.words("voiceOnlyCounted"),
                    isChosen: chosen == voice.voice.description)
            }
    }

    /// That many threads sent copies, for the queue and the page.
    static func campaign(_ count: Int, by rules: LikenessRules, in pages: StaffPages) -> String {
        pages.words("campaignMark", ["count": "\(count)", "weeks": "\(rules.campaignWeeks)"])
    }

    private static func says(_ copies: [AlikeConcern], in pages: StaffPages) -> String {
        let weeks = copies.map(\.week).sorted()
        let (first, last) = (weeks.first?.description ?? "", weeks.last?.description ?? "")
        return pages.words(
            "copiesSay",
            [
                "count": "\(copies.count)", "voices": "\(Set(copies.map { $0.voice ?? Voice(of: $0.thread) }).count)",
                "councils": "\(Set(copies.map(\.authority)).count)",
                "weeks": first == last ? first : pages.words("copiesWeeks", ["from": first, "to": last]),
            ])
    }
}

extension LikenessView.Copy {
    init(_ copy: AlikeConcern, in pages: StaffPages) {
        self.init(
            id: copy.id.description, shortID: String(copy.id.description.prefix(6)),
            alike: pages.words("copyAlike", ["percent": "\(copy.percent)"]), week: copy.week.description,
            council: pages.name(of: copy.authority), state: pages.said("staffState", copy.state.rawValue))
    }
}
