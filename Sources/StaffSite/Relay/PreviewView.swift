import Concerns
import Inbox
import Pages
import Receiving
import Triage

/// The view of `relay/preview`: what would become of each message of an upload, before anything is kept.
///
/// Only the session that handed the messages in is ever shown it; it holds their words.
struct PreviewView: Sendable {
    let token: String
    let address: String
    let isDanger: Bool
    let guidance: [GuidanceStep]
    /// Whether something could not be put on disk, which the page says first.
    let isNotKept: Bool
    /// How many were kept before that; nil for none.
    let keptSoFar: String?
    let hasProblems: Bool
    let problems: [ProblemLine]
    let tallies: [Tally]
    let shares: [Choice]
    let shareProblem: String?
    /// The names of today's councils, to choose from while typing.
    let councils: [String]
    let messages: [PreviewMessage]

    /// - Parameters:
    ///   - known: whether each message was imported or set aside before.
    ///   - problems: what is wrong with the corrections.
    init(
        _ upload: Upload, known: [Bool], problems wrong: FormProblems = FormProblems([]), isNotKept: Bool = false,
        guidance: [GuidanceStep], token: String, in pages: StaffPages
    ) {
        let words = pages.words
        self.token = token
        address = upload.address
        isDanger = upload.hasDanger
        self.guidance = guidance
        self.isNotKept = isNotKept
        keptSoFar =
            upload.taken.isEmpty
            ? nil
            : words("uploadKeptSoFar", ["count": "\(upload.taken.count)", "all": "\(upload.messages.count)"])
        hasProblems = !wrong.all.isEmpty
        problems = wrong.all.map { problem in
            // The summary names the message; beside the field it is plain which one is meant.
            let place = problem.field.split(separator: "-").last.flatMap { Int($0) }
            let title = place.map { pages.place(of: upload.messages[$0]) + ": " } ?? ""
            return ProblemLine(field: problem.field, says: title + words(problem.key))
        }
        let share = upload.form.share.isEmpty ? Sharing.counted.rawValue : upload.form.share
        shares = pages.choices(Sharing.self, "staffSharing") { $0 == share }
        shareProblem = wrong.says("share", in: words)
        councils = pages.authorities.current.map(\.name)
        let outcomes = PreviewOutcome.all(of: upload, known: known)
        tallies = Tally.all(of: outcomes.map(\.code), "staffWillBe", in: pages)
        messages = upload.placesByHaste.map { place in
            PreviewMessage(upload, place, outcomes[place], problems: wrong, in: pages)
        }
    }
}

/// What would become of one message, as it stands.
struct PreviewOutcome: Sendable {
    /// An ``InboxOutcome``, or `left-out`.
    let code: String
    /// Whether the same words were taken before, which another child may have said too.
    let isTakenBefore: Bool

    /// - Parameter known: whether each message was imported or set aside before.
    /// - Returns: one for each message, in the order of the upload.
    static func all(of upload: Upload, known: [Bool]) -> [PreviewOutcome] {
        var seen: Set<[UInt8]> = []
        return upload.messages.indices.map { place in
            let typed = upload.form.messages[place]
            // What is left out, or is another child's, takes nobody's place.
            let counts = !typed.isLeftOut && !typed.isAnotherChild
            let identity = upload.messages[place].reading.identity
            let isRepeated = counts ? !seen.insert(identity).inserted : seen.contains(identity)
            return PreviewOutcome(upload.messages[place], typed, isTakenBefore: known[place] || isRepeated)
        }
    }

    private init(_ message: HandedIn, _ typed: UploadForm.Correction, isTakenBefore: Bool) {
        let outcome = message.weighed.outcome
        self.isTakenBefore = outcome != .rejected && (isTakenBefore || outcome == .duplicate)
        code =
            if typed.isLeftOut { "left-out" } else if self.isTakenBefore, !typed.isAnotherChild {
                InboxOutcome.duplicate.rawValue
            } else { outcome.rawValue }
    }
}
