import Concerns
import Pages
import Sealing
import Store
import Triage
import Unsealing

/// Opens originals for a signed-in moderator and says what the rules make of them.
struct DeskReader: Sendable {
    /// Newest accepted concerns that are compared with the one on the desk.
    private static let compared = 100
    /// So alike two texts may be of one voice, 0 to 1; the moderator decides.
    private static let alike = 0.2
    private static let mostLikely = 3

    let desk: Desk
    let triage: Triage
    let rules: ModerationRules

    /// - Parameters:
    ///   - authority: the one chosen so far, among whose concerns the same voice is looked for; nil takes the concern's own.
    ///   - teamKey: the session's.
    /// - Throws: ``StaysClosed`` when the words cannot or need not be opened, ``StoreProblem``.
    func open(
        _ concern: DeskConcern, about authority: GSSCode? = nil, with teamKey: TeamPrivateKey?
    ) async throws -> OpenedConcern {
        guard concern.summary.state.isOpen else { throw StaysClosed.decided }
        guard let key = concern.key else { throw StaysClosed.erased }
        guard let teamKey else { throw StaysClosed.noKey }
        let sealed = SealedOriginal(words: concern.words, key: key)
        guard let told = try? OriginalOpener(teamKey: teamKey).open(sealed, of: concern.summary.id) else {
            throw StaysClosed.unreadable
        }
        return OpenedConcern(
            concern: concern, told: told,
            suggestion: triage.suggestion(for: told.original, channel: concern.summary.channel),
            likelyVoices: try await likelyVoices(for: told.original, about: authority ?? concern.summary.authority))
    }

    /// Hard identifiers that are still in the text, as they stand there.
    func identifiers(leftIn text: ModeratedText) -> [String] {
        let left = Original(text.description)
        let scalars = Array(left.words.unicodeScalars)
        return triage.suggestion(for: left, channel: .web).redactions.filter { $0.kind.isHard }.map { found in
            var view = String.UnicodeScalarView()
            view.append(contentsOf: scalars[found.scalars])
            return String(view)
        }
    }

    /// The prepared answer and the moderator's own words, together; empty where there are neither.
    ///
    /// - Throws: ``FormProblems`` when there is no such prepared answer.
    func reply(in form: ReviewForm) throws(FormProblems) -> String {
        let own = form.reply.allSatisfy(\.isWhitespace) ? "" : form.reply
        guard !form.preparedReply.isEmpty else { return own }
        guard let prepared = rules.replies.first(where: { $0.key == form.preparedReply }) else {
            throw FormProblems("reply", says: "replyIsUnknown")
        }
        return own.isEmpty ? prepared.words : prepared.words + "\n\n" + own
    }

    private func likelyVoices(for original: Original, about authority: GSSCode?) async throws -> [LikelyVoice] {
        guard let authority else { return [] }
        let before = try await desk.heardBefore(about: authority, limit: Self.compared)
        let alike = before.map { ($0, likeness(of: original.words, to: $0.text.description)) }
            .filter { $0.1 >= Self.alike }
            .sorted { $0.1 > $1.1 }
        return alike.prefix(Self.mostLikely).map { heard, likeness in
            LikelyVoice(voice: heard.voice, text: heard.text, percent: Int((likeness * 100).rounded()))
        }
    }
}

extension IdentifierKind {
    /// Whether it leads to one person by itself, so that none may be left in without a second look.
    fileprivate var isHard: Bool {
        switch self {
        case .phone, .email, .postcode, .address, .vehicle, .handle, .birthday, .number, .link: true
        case .person, .title, .place, .school, .home, .localOrganisation, .age, .date, .other: false
        }
    }
}
