import Concerns
import Foundation
import HTTPTypes
import Hummingbird
import Pages
import Sealing
import Store
import Triage
import Unsealing

/// The moderation desk: one original at a time, and the decision about it.
///
/// The only place where an original is read, and where moderated text is made of one.
struct DeskRoutes: Sendable {
    let pages: StaffPages
    let desk: Desk
    let reader: DeskReader
    let deciding: Deciding
    let drafts: Drafts
    let sessions: Sessions
    let door: ClaimDoor
    let paces: Paces
    let today: @Sendable () -> Day

    func add(to router: Router<StaffContext>) {
        router.group().add(middleware: DraftDoor(drafts: drafts)).add(middleware: RoomDoor(room: .desk))
            .post("/desk/keys", use: switchKeys)
            .post("/desk/{id}/draft", use: keepDraft)
            .post("/desk/{id}/draft/drop", use: dropDraft)
            .get("/desk/{id}", use: open)
            .post("/desk/{id}", use: decide)
    }

    @Sendable func open(_ request: Request, context: StaffContext) async throws -> Response {
        let session = try context.signedIn
        let concern = try await concern(in: context)
        do {
            try await door.enter(concern, session)
            let opened = try await reader.open(concern, for: session, on: today())
            return try await page(for: beginning(of: opened, asked: request), session, status: .ok)
        } catch let closed as StaysClosed {
            return try page(for: closed, concern, session).response()
        } catch let claimed as ClaimedByOther {
            return try page(for: claimed, concern, session).response()
        }
    }

    @Sendable func decide(_ request: Request, context: StaffContext) async throws -> Response {
        let session = try context.signedIn
        var form = ReviewForm(try await fields(of: request, context: context))
        let concern = try await concern(in: context)
        let opened: OpenedConcern
        do {
            try await door.enter(concern, session)
            let authority = (try? form.settled(among: pages.authorities).get()) ?? nil
            opened = try await reader.open(concern, about: authority?.code, for: session, on: today())
        } catch let closed as StaysClosed {
            // Somebody was quicker, or this moderator in another window: the words stay closed, and what was typed is given
            // back.
            let now =
                closed != .decided
                ? closed : concern.lastChangedBy == session.name ? .decidedInOtherWindow : .decidedMeanwhile
            return try page(for: now, concern, session, typed: form).response()
        } catch let claimed as ClaimedByOther {
            // Somebody took it over, or this moderator's claim had ended: what was typed is given back.
            return try page(for: claimed, concern, session, typed: form).response()
        }
        var drafted = try reviewed(opened, &form)
        guard form.decisionsSeen == concern.changes else {
            drafted.problems.append(try problem(.changedMeanwhile, by: concern.lastChangedBy, for: session))
            return try await page(for: drafted, session, status: .conflict)
        }
        if form.wantsPreview { return try await page(for: drafted, session, status: .ok) }
        if form.deciding.act == .fill {
            drafted.form = deciding.filled(form, to: concern.sharing)
            return try await page(for: drafted, session, status: .ok)
        }
        do {
            if form.deciding.act == .merge { return try await merge(drafted.opened, form.deciding, by: session) }
            let done = try await act(on: drafted, by: session)
            await door.putBack(concern.summary.id, session)
            return Page.seeOther("/desk?done=\(done)")
        } catch let wrong as FormProblems {
            drafted.problems = wrong.all
            return try await page(for: drafted, session, status: .unprocessableContent)
        } catch let refused as DecisionRefused {
            let by = try await desk.concern(concern.summary.id)?.lastChangedBy
            drafted.problems = [try problem(refused, by: by, for: session)]
            return try await page(for: drafted, session, status: .conflict)
        }
    }

    /// Does what the pressed button asks for.
    ///
    /// - Returns: what the queue page then says was done.
    /// - Throws: as ``take(_:by:)``.
    private func act(on drafted: Reviewed, by session: Session) async throws -> String {
        let (form, concern) = (drafted.form, drafted.opened.concern)
        switch form.deciding.act {
        case .split:
            try await deciding.split(drafted.opened, form, by: session)
            return Done.split.rawValue
        case .apart:
            try await deciding.takeApart(concern, by: session)
            return Done.apart.rawValue
        case .decide, .preview, .fill, .merge:
            try await take(drafted, by: session)
            let isCounted = form.decision == Done.accept.rawValue && concern.sharing == .counted
            return isCounted ? Done.counted.rawValue : form.decision
        }
    }

    /// Takes the decision down.
    ///
    /// - Throws: ``FormProblems`` for all that is wrong with the form, ``DecisionRefused`` when the store says no.
    private func take(_ drafted: Reviewed, by session: Session) async throws {
        let (form, concern) = (drafted.form, drafted.opened.concern)
        let (review, grounds, answer) = try checked(drafted)
        let isRead = review.decision.letsInspectorsRead(concern)
        let id = concern.summary.id
        var sealed: Data?
        if let key = concern.replyKey, let answer {
            sealed = try ReplyKey(rawRepresentation: key).seal(answer.words, in: concern.threadID)
        }
        // A voice of its own takes that of its thread, if the thread has been heard before: the store sees to it.
        let nobodyIsInDanger = form.deciding.nobodyIsInDanger && Self.standing(drafted, review.urgency) >= .safeguarding
        let pace = await paces.pace(of: id, seenBy: session)
        let done = try await desk.decide(
            Decision(
                concern: id, decision: review.decision, urgency: review.urgency, areas: review.areas,
                authority: review.authority, text: isRead ? drafted.text : nil, voice: review.voice ?? Voice(of: id),
                reply: sealed, by: session.name, on: today(), searchNumber: .random(in: .min ... .max),
                asks: answer?.asks ?? false, grounds: deciding.closed(grounds, about: id, by: session),
                marks: isRead ? deciding.closed(drafted.chosen, as: .marks, of: id, by: session) : nil,
                nobodyIsInDanger: nobodyIsInDanger, pace: pace),
            after: form.decisionsSeen)
        await deciding.note(done, by: session)
    }

    /// What the form says, or all that is wrong with it and with the words that it would leave.
    private func checked(_ drafted: Reviewed) throws(FormProblems) -> (Review, FormGrounds?, Answer?) {
        let (form, concern) = (drafted.form, drafted.opened.concern)
        var problems = drafted.problems
        var review: Review?
        do {
            review = try form.checked(
                among: pages.authorities, voices: drafted.opened.likeness.voices, canReply: concern.replyKey != nil)
        } catch { problems += error.all }
        let isRead = review?.decision.letsInspectorsRead(concern) ?? false
        if isRead, !drafted.identifiersLeft.isEmpty, !form.confirmsIdentifiers {
            problems.append(FormProblem("confirm_identifiers", says: "identifiersAreLeft"))
        }
        var grounds: FormGrounds?
        if let decision = ModerationDecision(rawValue: form.decision) {
            do {
                grounds = try form.deciding.checked(
                    for: decision, rules: reader.rules.decisions,
                    standing: Self.standing(drafted, review?.urgency), on: today())
            } catch { problems += error.all }
            if decision == .accept, Self.standing(drafted, review?.urgency) >= .safeguarding,
                !concern.summary.isHandedOn, !form.deciding.nobodyIsInDanger
            {
                problems.append(FormProblem("nobody_in_danger", says: "nobodyInDangerIsMissing"))
            }
        }
        if isRead, drafted.risk?.needsConfirming == true, !form.confirmsRisk {
            problems.append(FormProblem("confirm_risk", says: "riskIsLeft"))
        }
        var answer: Answer?
        do {
            answer = try deciding.answer(in: form, to: concern.sharing, canReply: concern.replyKey != nil)
        } catch { problems += error.all }
        guard problems.isEmpty, let review else { throw FormProblems(problems) }
        return (review, grounds, answer)
    }

    /// The gravest that it is held for, by the rules or the moderator; where a part was split off, that carries the danger and
    /// the moderator says what the rest is.
    private static func standing(_ drafted: Reviewed, _ coded: Urgency?) -> Urgency {
        let coded = coded ?? .spam
        return drafted.opened.splitOff.isEmpty ? max(drafted.opened.urgency, coded) : coded
    }

    func concern(in context: StaffContext) async throws -> DeskConcern {
        guard let id = try? ConcernID(context.parameters.get("id") ?? ""), let concern = try await desk.concern(id)
        else { throw HTTPError(.notFound) }
        return concern
    }

    /// - Parameter other: who changed the concern last, be it this moderator in another window.
    private func problem(
        _ refused: DecisionRefused, by other: String?, for session: Session
    ) throws -> FormProblem {
        let isOwn = other == session.name
        return switch refused {
        case .noSuchConcern: throw HTTPError(.notFound)
        case .alreadyDecided:
            FormProblem("decision", says: isOwn ? "decisionIsTooLateByYou" : "decisionIsTooLate")
        case .changedMeanwhile:
            FormProblem("decision", says: isOwn ? "decisionChangedByYou" : "decisionChangedMeanwhile")
        case .wasWithdrawn: FormProblem("decision", says: "decisionWasWithdrawn")
        case .needsAuthority: FormProblem("authority", says: "councilIsMissing")
        case .needsArea: FormProblem("area", says: "areaIsMissing")
        case .mayBeDanger: FormProblem("nobody_in_danger", says: "nobodyInDangerIsMissing")
        case .needsSecond: FormProblem("decision", says: "decisionNeedsSecond")
        case .store(let problem): throw problem
        }
    }

    func page(for drafted: Reviewed, _ session: Session, status: HTTPResponse.Status) async throws -> Response {
        let entry = await paces.entry(of: drafted.opened.concern.summary.id, seenBy: session)
        let view = ReviewView(
            drafted.opened, drafted.form, redactions: drafted.redactions, problems: FormProblems(drafted.problems),
            text: drafted.text, identifiersLeft: drafted.identifiersLeft, risk: drafted.risk,
            draftOf: drafted.draftOf, due: entry.map { pages.due($0, at: paces.now) }, rules: reader.rules,
            session: session, in: pages)
        return try pages.page("desk/review", view, for: session, status: status).response()
    }

    private func page(
        for claimed: ClaimedByOther, _ concern: DeskConcern, _ session: Session, typed: ReviewForm? = nil
    ) throws -> Page {
        let view = ClaimedView(
            concern, claimed, typed: typed, rules: reader.rules.decisions, token: session.formToken.text, in: pages)
        return try pages.page("desk/claimed", view, for: session, status: typed == nil ? .ok : .conflict)
    }

    private func page(
        for closed: StaysClosed, _ concern: DeskConcern, _ session: Session, typed: ReviewForm? = nil
    ) throws -> Page {
        let view = ClosedView(
            concern, says: pages.words(closed.key), typed: typed, rules: reader.rules.decisions,
            token: session.formToken.text, in: pages)
        return try pages.page("desk/closed", view, for: session, status: closed == .decided ? .ok : .conflict)
    }
}

extension ModerationDecision {
    /// Whether inspectors read the words: only where they are accepted and the young person allowed it.
    fileprivate func letsInspectorsRead(_ concern: DeskConcern) -> Bool {
        self == .accept && concern.sharing == .words
    }
}
