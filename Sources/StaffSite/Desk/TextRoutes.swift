import Concerns
import HTTPTypes
import Hummingbird
import Pages
import Store
import Triage

/// Changing what inspectors may read of an accepted concern, while its original is there.
struct TextRoutes: Sendable {
    let pages: StaffPages
    let desk: Desk
    let reader: DeskReader
    let deciding: Deciding
    let today: @Sendable () -> Day

    func add(to router: Router<StaffContext>) {
        router.group().add(middleware: RoomDoor(room: .desk))
            .get("/desk/{id}/text", use: open)
            .post("/desk/{id}/text", use: change)
    }

    @Sendable func open(_ request: Request, context: StaffContext) async throws -> Page {
        let session = try context.signedIn
        let concern = try await concern(in: context)
        do {
            let opened = try await reader.open(concern, isAccepted: true, for: session, on: today())
            let form = ReviewForm(changing: opened)
            let redactions = form.rows.compactMap {
                $0.redaction(within: opened.told.original.words.unicodeScalars.count)
            }
            let view = TextView(
                opened, form, redactions: redactions + opened.splitOff, text: nil,
                risk: risk(of: opened, without: redactions + opened.splitOff), problems: FormProblems([]),
                session: session, in: pages)
            return try pages.page("desk/text", view, for: session)
        } catch let closed as StaysClosed {
            return try page(for: closed, concern, session)
        }
    }

    @Sendable func change(_ request: Request, context: StaffContext) async throws -> Response {
        let session = try context.signedIn
        var form = ReviewForm(try await context.fields(of: request))
        let concern = try await concern(in: context)
        let opened: OpenedConcern
        do {
            opened = try await reader.open(concern, isAccepted: true, for: session, on: today())
        } catch let closed as StaysClosed {
            return try page(for: closed, concern, session).response()
        }
        let (chosen, wrong) = form.takeOut(of: opened.told.original)
        let redactions = chosen + opened.splitOff
        let text = try ModeratedText(redacting: opened.told.original, redactions)
        let isRead = concern.sharing == .words
        let left = isRead ? reader.identifiers(leftIn: text, of: opened, without: redactions) : []
        let risk = risk(of: opened, without: redactions)
        func again(_ problems: [FormProblem], _ status: HTTPResponse.Status) throws -> Response {
            let view = TextView(
                opened, form, redactions: redactions, text: isRead ? text : nil, identifiersLeft: left,
                risk: risk, problems: FormProblems(problems), session: session, in: pages)
            return try pages.page("desk/text", view, for: session, status: status).response()
        }
        guard form.decisionsSeen == concern.changes else {
            return try again([Self.problem(ofChangeBy: concern.lastChangedBy, for: session)], .conflict)
        }
        if form.wantsPreview { return try again(wrong, .ok) }
        do {
            let (urgency, areas) = try form.checkedChange(leaving: left, risk: risk, after: wrong)
            try await desk.change(
                TextChange(
                    concern: concern.summary.id, text: isRead ? text : nil, urgency: urgency, areas: areas,
                    former: deciding.closed(concern.text, of: concern.summary.id, by: session),
                    marks: deciding.closed(chosen, as: .marks, of: concern.summary.id, by: session),
                    by: session.name, on: today()),
                after: form.decisionsSeen)
            return Page.seeOther("/desk?done=\((isRead ? Done.text : .recounted).rawValue)")
        } catch let wrong as FormProblems {
            return try again(wrong.all, .unprocessableContent)
        } catch let refused as ChangeRefused {
            let by = try await desk.concern(concern.summary.id)?.lastChangedBy
            return try again([try Self.problem(refused, by: by, for: session)], .conflict)
        }
    }

    /// How many children the words could be about; nil where nobody reads them.
    private func risk(of opened: OpenedConcern, without redactions: [Redaction]) -> ReidentificationRisk? {
        guard opened.concern.sharing == .words else { return nil }
        let authority = opened.concern.summary.authority.flatMap { pages.authorities[$0] }
        return reader.risk(of: opened, without: redactions, about: authority)
    }

    /// - Parameter other: who changed the concern last, be it this moderator in another window.
    private static func problem(_ refused: ChangeRefused, by other: String?, for session: Session) throws -> FormProblem
    {
        switch refused {
        case .noSuchConcern: throw HTTPError(.notFound)
        case .needsArea: FormProblem("area", says: "areaIsMissing")
        case .isSpam: FormProblem("urgency", says: "spamIsNotAccepted")
        case .changedMeanwhile: problem(ofChangeBy: other, for: session)
        case .isNotAccepted, .isErased: FormProblem("text", says: "textCannotBeChanged")
        case .store(let problem): throw problem
        }
    }

    private static func problem(ofChangeBy other: String?, for session: Session) -> FormProblem {
        FormProblem("text", says: other == session.name ? "textChangedByYou" : "textChangedMeanwhile")
    }

    private func concern(in context: StaffContext) async throws -> DeskConcern {
        guard let id = try? ConcernID(context.parameters.get("id") ?? ""), let concern = try await desk.concern(id)
        else { throw HTTPError(.notFound) }
        return concern
    }

    private func page(for closed: StaysClosed, _ concern: DeskConcern, _ session: Session) throws -> Page {
        let says = closed == .decided ? "textCannotBeChanged" : closed.key
        let view = ClosedView(
            concern, says: pages.words(says), typed: nil, rules: reader.rules.decisions,
            token: session.formToken.text, in: pages)
        return try pages.page("desk/closed", view, for: session, status: .conflict)
    }
}

extension ReviewForm {
    /// The form for changing what is read: what was taken out last, the areas and the urgency as they count.
    fileprivate init(changing opened: OpenedConcern) {
        self.init(suggesting: opened)
        if !opened.marks.isEmpty { rows = opened.marks.prefix(Self.mostRows).map { Row($0) } }
        urgency = opened.concern.summary.urgency.rawValue
        areas = Set(opened.concern.areas.map(\.rawValue))
    }

    /// - Parameters:
    ///   - left: what leads to a person and would still be read.
    ///   - risk: how many children it could be about; nil where nobody reads it.
    ///   - wrong: what is wrong with the stretches.
    /// - Throws: everything that is wrong, in the order of the page.
    fileprivate func checkedChange(
        leaving left: [String], risk: ReidentificationRisk?, after wrong: [FormProblem]
    ) throws(FormProblems) -> (Urgency, [JudgementArea]) {
        var problems = wrong
        if !left.isEmpty, !confirmsIdentifiers {
            problems.append(FormProblem("confirm_identifiers", says: "identifiersAreLeft"))
        }
        if risk?.needsConfirming == true, !confirmsRisk {
            problems.append(FormProblem("confirm_risk", says: "riskIsLeft"))
        }
        let urgency = Urgency(rawValue: urgency)
        if urgency == nil { problems.append(FormProblem("urgency", says: "urgencyIsMissing")) }
        if urgency == .spam { problems.append(FormProblem("urgency", says: "spamIsNotAccepted")) }
        let areas = JudgementArea.allCases.filter { self.areas.contains($0.rawValue) }
        if areas.isEmpty { problems.append(FormProblem("area", says: "areaIsMissing")) }
        guard problems.isEmpty, let urgency else { throw FormProblems(problems) }
        return (urgency, areas)
    }
}
