import Concerns
import HTTPTypes
import Hummingbird
import Pages
import Receiving
import Sealing
import Store
import Triage

/// Keying in what someone wrote on paper: it becomes a concern like any other, with a slip that brings its writer back.
struct PaperRoutes: Sendable {
    let pages: StaffPages
    let reception: Reception
    let formTokens: FormTokens
    let receiptWords: ReceiptWords
    /// The young people's site, such as `https://earshot.example`.
    let publicAddress: String
    let guidance: [GuidanceStep]
    let log: Log
    let today: @Sendable () -> Day
    let secondsNow: @Sendable () -> Int

    func add(to router: Router<StaffContext>) {
        router.group().add(middleware: RoomDoor(room: .desk))
            .get("/desk/paper", use: form)
            .post("/desk/paper", use: keep)
    }

    @Sendable func form(_ request: Request, context: StaffContext) throws -> Page {
        let session = try context.signedIn
        let empty = PaperForm(FormFields(bytes: []))
        let view = PaperView(
            empty, sending: newToken(), guidance: guidance, token: session.formToken.text, in: pages)
        return try pages.page("desk/paper", view, for: session)
    }

    @Sendable func keep(_ request: Request, context: StaffContext) async throws -> Page {
        let session = try context.signedIn
        let form = PaperForm(try await context.fields(of: request))
        let token = formTokens.opened(form.sending, atSecond: secondsNow())
        if form.wantsLookUp { return try again(form, token, for: session, status: .ok) }
        let answers: TellAnswers
        do { answers = try form.checked(in: pages.authorities, isFresh: token != nil) } catch {
            return try again(form, token, problems: error, for: session)
        }
        let taken: Taken
        do { taken = try await reception.take(answers, through: .paper, sentWith: token, isSetAside: false) } catch {
            context.logFault("A paper form was not kept", error)
            // The same token: should it have been kept after all, sending again is the same concern and no second one.
            return try again(form, token, isNotKept: true, for: session, status: .serviceUnavailable)
        }
        switch taken {
        case .kept(let receipt, _):
            await noteKeying(by: session, context)
            return try slip(form, receipt, for: session)
        case .otherWords:
            let problems = FormProblems("send", says: "formHasOtherWords").keyed
            return try again(form, nil, problems: problems, for: session)
        }
    }

    /// Who keys a form in sees its receipt, so it stands in the log who did.
    ///
    /// Where the log cannot be written, the form is kept all the same and its writer gets the slip.
    private func noteKeying(by session: Session, _ context: StaffContext) async {
        do {
            try await log.append(LogLine(day: today(), who: session.name, did: "keyed in", about: "paper form"))
        } catch {
            context.logFault("A paper form was kept, but the log does not tell who keyed it in", error)
        }
    }

    private func slip(_ form: PaperForm, _ receipt: Receipt, for session: Session) throws -> Page {
        let view = SlipView(
            receipt: receiptWords.text(of: receipt), at: publicAddress, councilSays: pages.understood(form.told),
            isDanger: reception.soundsLikeDanger(form.told), guidance: guidance, token: session.formToken.text)
        return try pages.page("desk/slip", view, for: session)
    }

    /// The form with all that was typed.
    ///
    /// - Parameter token: its own, which it keeps while that can be used; nil makes a fresh one.
    private func again(
        _ form: PaperForm, _ token: FormToken?, problems: FormProblems = FormProblems([]), isNotKept: Bool = false,
        for session: Session, status: HTTPResponse.Status = .unprocessableContent
    ) throws -> Page {
        let view = PaperView(
            form, sending: token == nil ? newToken() : form.sending, problems: problems, isNotKept: isNotKept,
            isDanger: reception.soundsLikeDanger(form.told), guidance: guidance, token: session.formToken.text,
            in: pages)
        return try pages.page("desk/paper", view, for: session, status: status)
    }

    private func newToken() -> String {
        var random = SystemRandomNumberGenerator()
        return formTokens.token(atSecond: secondsNow(), using: &random)
    }
}
