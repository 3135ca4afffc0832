import Concerns
import Pages
import Receiving
import Sealing
import Store

extension Deciding {
    /// Makes a concern of its own of the ticked parts.
    ///
    /// - Throws: ``FormProblems``, ``DecisionRefused``.
    func split(_ opened: OpenedConcern, _ form: ReviewForm, by session: Session) async throws {
        let (stretches, urgency) = try checkedParts(opened, form.deciding)
        let (summary, told) = (opened.concern.summary, opened.told)
        var random = SystemRandomNumberGenerator()
        let id = ConcernID(using: &random)
        // What helps to find or understand a child goes along; their other words stay where they are.
        let words = Told(
            told.original.only(stretches), councilTyped: told.councilTyped, areas: told.areas, ageBand: told.ageBand,
            language: told.language, children: told.children, saidOn: told.saidOn)
        let sealed = try sealer(of: session).seal(words, of: id)
        let part = NewConcern(
            id: id, authority: summary.authority, channel: summary.channel, teller: summary.teller,
            sharing: opened.concern.sharing, arrivedOn: summary.arrivedOn, urgency: urgency, words: sealed.words,
            key: sealed.key, receipt: nil, thread: opened.concern.threadID,
            // From now on: it is from here that somebody knows.
            due: try dueTimes.due(of: id, urgency, atSecond: secondsNow()))
        let marks = try closed(stretches.map { Redaction($0, .other) }, as: .split, of: summary.id, by: session)
        let done = try await desk.split(
            summary.id, into: part, marks: marks, by: session.name, on: today(), after: form.decisionsSeen)
        await note(done, by: session)
    }

    private func checkedParts(
        _ opened: OpenedConcern, _ form: DecidingForm
    ) throws(FormProblems) -> ([Range<Int>], Urgency) {
        var problems: [FormProblem] = []
        let stretches = MessageParts(opened.told.original).ticked(form.parts)
        if form.parts.isEmpty {
            problems.append(FormProblem("part", says: "partsAreMissing"))
        } else if stretches == nil {
            problems.append(FormProblem("part", says: "partIsUnknown"))
        }
        let urgency = Urgency(rawValue: form.partUrgency).flatMap { $0 >= .safeguarding ? $0 : nil }
        if urgency == nil { problems.append(FormProblem("part_urgency", says: "partUrgencyIsMissing")) }
        guard problems.isEmpty, let stretches, let urgency else { throw FormProblems(problems) }
        return (stretches, urgency)
    }

    /// The concern whose number was typed, and what merging the two threads would join; nothing is changed.
    ///
    /// - Throws: ``FormProblems``.
    func toMerge(_ concern: DeskConcern, with typed: String) async throws -> (DeskConcern, ThreadsToMerge) {
        // As the queue shows it, or the whole of an address of ours.
        let number = (typed.split(separator: "/").last.map(String.init) ?? "").lowercased()
        guard number.utf8.count >= 4 else { throw FormProblems("merge_with", says: "mergeNumberIsShort") }
        let found = try await desk.concerns(beginning: number)
        guard found.count <= 1 else { throw FormProblems("merge_with", says: "mergeNumberIsSeveral") }
        guard let id = found.first, let other = try await desk.concern(id) else {
            throw FormProblems("merge_with", says: "mergeNumberIsUnknown")
        }
        do { return (other, try await desk.threadsToMerge(concern.summary.id, into: id)) } catch {
            throw try Self.problem(error)
        }
    }

    /// Takes two threads for one young person's, as a moderator has confirmed who saw both.
    ///
    /// - Parameter seen: how both stood then.
    /// - Throws: ``FormProblems``, ``MergeRefused/changedMeanwhile``.
    func merge(_ concern: DeskConcern, into other: DeskConcern, ifStill seen: String, by session: Session) async throws
    {
        do {
            let done = try await desk.merge(
                concern.summary.id, into: other.summary.id, ifStill: seen, by: session.name, on: today())
            await note(done, by: session)
        } catch MergeRefused.changedMeanwhile {
            throw MergeRefused.changedMeanwhile
        } catch { throw try Self.problem(error) }
    }

    /// - Throws: ``FormProblems``.
    func takeApart(_ concern: DeskConcern, by session: Session) async throws {
        do {
            let done = try await desk.takeApart(concern.summary.id, by: session.name, on: today())
            await note(done, by: session)
        } catch { throw try Self.problem(error) }
    }

    private static func problem(_ refused: MergeRefused) throws(StoreProblem) -> FormProblems {
        let key =
            switch refused {
            case .noSuchConcern: "mergeNumberIsUnknown"
            case .isOneAlready: "mergeIsDone"
            case .isMerged: "mergeIsElsewhere"
            case .isNotMerged: "mergeIsNot"
            case .changedMeanwhile: "mergeChangedMeanwhile"
            case .store(let problem): throw problem
            }
        return FormProblems("merge_with", says: key)
    }
}
