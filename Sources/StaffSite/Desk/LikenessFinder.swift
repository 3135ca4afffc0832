import Concerns
import Receiving
import Sealing
import Store
import Triage
import Unsealing

/// Finds what says nearly the same as the concern on the desk: across weeks and councils by sketches, then by its words, which
/// stay in memory.
///
/// Accepted concerns are compared by their moderated text. Of others the machine opens the original, with the moderator's key
/// and for nothing but the comparison: nobody is shown a word of it.
struct LikenessFinder: Sendable {
    /// So many are compared by their words; whatever is less alike than the twentieth is no copy, or one of very many.
    private static let mostCompared = 20
    /// Newest accepted concerns of the same council that are compared too, as early ones have no sketch.
    private static let newest = 100
    private static let mostOffered = 5

    let desk: Desk
    let triage: Triage
    let rules: LikenessRules
    let sketcher: Sketcher
    let shelf: SketchShelf

    /// - Parameter authority: the one among whose concerns the same voice is looked for.
    /// - Throws: ``StoreProblem``.
    func likeness(
        of told: Told, in concern: DeskConcern, about authority: GSSCode?, teamKey: TeamPrivateKey, by name: String,
        on day: Day
    ) async throws(StoreProblem) -> Likeness {
        let pieces = triage.likenessPieces(of: told.original.words)
        let sketch = sketcher.sketch(of: told.original)
        var compared: [AlikeConcern] = []
        var campaign: Int?
        if let sketch {
            try await shelf.refresh()
            let id = concern.summary.id
            campaign = await shelf.campaigns(among: [id], by: rules)[id]
            let found = await shelf.alike(to: sketch, not: concern.threadID, limit: Self.mostCompared)
            let others = try await desk.compared(found.map(\.concern))
            if others.contains(where: { $0.text == nil }) { try await desk.noteCompared(id, by: name, on: day) }
            let opener = OriginalOpener(teamKey: teamKey)
            compared = others.compactMap { other in
                let words = other.text?.description ?? Self.words(of: other, by: opener)
                return words.map { AlikeConcern(other, pieces.percent(alike: triage.likenessPieces(of: $0))) }
            }
        }
        let heard = try await heard(pieces, about: authority)
        return Likeness(
            copies: compared.filter { $0.percent >= rules.copiesFrom }.sorted { $0.percent > $1.percent },
            voices: voices(
                compared, heard, not: concern.threadID, about: authority, mayBeCopies: sketch != nil),
            campaign: campaign)
    }

    /// Which of these may belong to a campaign, with how many threads sent copies.
    ///
    /// - Throws: ``StoreProblem``.
    func campaigns(among waiting: [WaitingConcern]) async throws(StoreProblem) -> [ConcernID: Int] {
        try await shelf.refresh()
        return await shelf.campaigns(among: waiting.map(\.id), by: rules)
    }

    private static func words(of other: ComparedConcern, by opener: OriginalOpener) -> String? {
        let sealed = SealedOriginal(words: other.words, key: other.key)
        return (try? opener.open(sealed, of: other.id))?.original.words
    }

    private func heard(
        _ pieces: LikenessPieces, about authority: GSSCode?
    ) async throws(StoreProblem) -> [(HeardBefore, Int)] {
        guard let authority else { return [] }
        return try await desk.heardBefore(about: authority, limit: Self.newest).map { heard in
            (heard, pieces.percent(alike: triage.likenessPieces(of: heard.text.description)))
        }
    }

    /// Each voice once, by what is most alike of it, the most alike first.
    ///
    /// The thread's own messages are passed over: that they are one voice needs nobody's choice.
    private func voices(
        _ compared: [AlikeConcern], _ heard: [(HeardBefore, Int)], not thread: ConcernID, about authority: GSSCode?,
        mayBeCopies: Bool
    ) -> [LikelyVoice] {
        let found =
            compared.compactMap { other in
                other.voice.flatMap { other.authority == authority ? ($0, other.text, other.percent) : nil }
            } + heard.map { ($0.voice, $0.text, $1) }
        let own = Voice(of: thread)
        let likely = found.filter { $0.0 != own && $0.2 >= rules.offeredFrom }.sorted { $0.2 > $1.2 }
        var seen: Set<Voice> = []
        return likely.filter { seen.insert($0.0).inserted }.prefix(Self.mostOffered).map { voice, text, percent in
            LikelyVoice(
                voice: voice, text: text, percent: percent,
                mustBeChosen: mayBeCopies && percent >= rules.mustChooseFrom)
        }
    }
}

/// What is like the concern on the desk.
struct Likeness: Sendable {
    /// Copies of it in other threads, of whatever council and week, the most alike first.
    let copies: [AlikeConcern]
    /// Accepted voices of the same council that may be the same.
    let voices: [LikelyVoice]
    /// How many threads sent copies within the campaign's weeks; nil where they are too few for one.
    let campaign: Int?
}

/// A concern that says nearly the same as another; of its words only those that inspectors read.
struct AlikeConcern: Sendable {
    let id: ConcernID
    let thread: ConcernID
    let authority: GSSCode?
    let week: Week
    let state: ConcernState
    /// Nil for one that does not count, or not yet.
    let voice: Voice?
    let text: ModeratedText?
    /// How alike the two are, 0 to 100.
    let percent: Int

    init(_ other: ComparedConcern, _ percent: Int) {
        id = other.id
        thread = other.thread
        authority = other.authority
        week = other.week
        state = other.state
        voice = other.voice
        text = other.text
        self.percent = percent
    }
}

/// A voice that was accepted before and says nearly the same.
struct LikelyVoice: Sendable {
    let voice: Voice
    /// Nil where inspectors read none of its words.
    let text: ModeratedText?
    /// How alike the two are, 0 to 100.
    let percent: Int
    /// Whether they are so alike that nothing is chosen till the moderator says whose voice it is.
    let mustBeChosen: Bool
}
