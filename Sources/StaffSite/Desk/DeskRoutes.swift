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
    let drafts: Drafts
    let sessions: Sessions
    let door: ClaimDoor
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
            return try page(for: beginning(of: opened, asked: request), session, status: .ok)
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
            // Another moderator was quicker: the words stay closed, and the answer that was typed is given back.
            let now = closed == .decided ? StaysClosed.decidedMeanwhile : closed
            return try page(for: now, concern, session, typed: form).response()
        } catch let claimed as ClaimedByOther {
            // Somebody took it over, or this moderator's claim had ended: what was typed is given back.
            return try page(for: claimed, concern, session, typed: form).response()
        }
        var drafted = try reviewed(opened, &form)
        guard form.decisionsSeen == concern.decisions.count else {
            drafted.problems.append(try problem(.changedMeanwhile))
            return try page(for: drafted, session, status: .conflict)
        }
        if form.wantsPreview { return try page(for: drafted, session, status: .ok) }
        do {
            try await take(drafted, by: session)
            await door.putBack(concern.summary.id, session)
            return Page.seeOther("/desk?done=\(form.decision)")
        } catch let wrong as FormProblems {
            drafted.problems = wrong.all
            return try page(for: drafted, session, status: .unprocessableContent)
        } catch let refused as DecisionRefused {
            drafted.problems = [try problem(refused)]
            return try page(for: drafted, session, status: .conflict)
        }
    }

    /// Takes the decision down.
    ///
    /// - Throws: ``FormProblems`` for all that is wrong with the form, ``DecisionRefused`` when the store says no.
    private func take(_ drafted: Reviewed, by session: Session) async throws {
        let (form, concern) = (drafted.form, drafted.opened.concern)
        let (review, answer) = try checked(drafted)
        let isRead = review.decision.letsInspectorsRead(concern)
        let id = concern.summary.id
        var sealed: Data?
        if let key = concern.replyKey, let answer {
            sealed = try ReplyKey(rawRepresentation: key).seal(answer.words, in: concern.threadID)
        }
        // A voice of its own takes that of its thread, if the thread has been heard before: the store sees to it.
        try await desk.decide(
            Decision(
                concern: id, decision: review.decision, urgency: review.urgency, areas: review.areas,
                authority: review.authority, text: isRead ? drafted.text : nil, voice: review.voice ?? Voice(of: id),
                reply: sealed, by: session.name, on: today(), searchNumber: .random(in: .min ... .max),
                asks: answer?.asks ?? false),
            after: form.decisionsSeen)
    }

    /// What the form says, or all that is wrong with it and with the words that it would leave.
    private func checked(_ drafted: Reviewed) throws(FormProblems) -> (Review, Answer?) {
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
        if isRead, drafted.risk?.needsConfirming == true, !form.confirmsRisk {
            problems.append(FormProblem("confirm_risk", says: "riskIsLeft"))
        }
        var answer: Answer?
        do { answer = try reader.answer(in: form) } catch { problems += error.all }
        guard problems.isEmpty, let review else { throw FormProblems(problems) }
        return (review, answer)
    }

    func concern(in context: StaffContext) async throws -> DeskConcern {
        guard let id = try? ConcernID(context.parameters.get("id") ?? ""), let concern = try await desk.concern(id)
        else { throw HTTPError(.notFound) }
        return concern
    }

    private func problem(_ refused: DecisionRefused) throws -> FormProblem {
        switch refused {
        case .noSuchConcern: throw HTTPError(.notFound)
        case .alreadyDecided: FormProblem("decision", says: "decisionIsTooLate")
        case .changedMeanwhile: FormProblem("decision", says: "decisionChangedMeanwhile")
        case .wasWithdrawn: FormProblem("decision", says: "decisionWasWithdrawn")
        case .needsAuthority: FormProblem("authority", says: "councilIsMissing")
        case .needsArea: FormProblem("area", says: "areaIsMissing")
        case .store(let problem): throw problem
        }
    }

    func page(for drafted: Reviewed, _ session: Session, status: HTTPResponse.Status) throws -> Response {
        let view = ReviewView(
            drafted.opened, drafted.form, redactions: drafted.redactions, problems: FormProblems(drafted.problems),
            text: drafted.text, identifiersLeft: drafted.identifiersLeft, risk: drafted.risk,
            draftOf: drafted.draftOf, rules: reader.rules, session: session, in: pages)
        return try pages.page("desk/review", view, for: session, status: status).response()
    }

    private func page(
        for claimed: ClaimedByOther, _ concern: DeskConcern, _ session: Session, typed: ReviewForm? = nil
    ) throws -> Page {
        let view = ClaimedView(concern, claimed, typed: typed, token: session.formToken.text, in: pages)
        return try pages.page("desk/claimed", view, for: session, status: typed == nil ? .ok : .conflict)
    }

    private func page(
        for closed: StaysClosed, _ concern: DeskConcern, _ session: Session, typed: ReviewForm? = nil
    ) throws -> Page {
        let view = ClosedView(
            concern, says: pages.words(closed.key), typed: typed, token: session.formToken.text, in: pages)
        return try pages.page("desk/closed", view, for: session, status: closed == .decided ? .ok : .conflict)
    }
}

extension ModerationDecision {
    /// Whether inspectors read the words: only where they are accepted and the young person allowed it.
    fileprivate func letsInspectorsRead(_ concern: DeskConcern) -> Bool {
        self == .accept && concern.sharing == .words
    }
}
