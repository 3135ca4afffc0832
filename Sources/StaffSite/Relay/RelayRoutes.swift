import Concerns
import HTTPTypes
import Hummingbird
import Pages
import Receiving
import Sealing
import Store
import Triage

/// The advocates' room: what a child told is written down, or files with messages are handed in (``UploadRoutes``).
struct RelayRoutes: Sendable {
    let pages: StaffPages
    let reception: Reception
    let uploads: Uploads
    let formTokens: FormTokens
    let receiptWords: ReceiptWords
    /// The young people's site, such as `https://earshot.example`.
    let publicAddress: String
    let guidance: [GuidanceStep]
    let log: Log
    let today: @Sendable () -> Day
    let secondsNow: @Sendable () -> Int

    func add(to router: Router<StaffContext>) {
        router.group().add(middleware: RoomDoor(room: .relay))
            .get("/relay", use: form)
            .post("/relay", use: keep)
    }

    @Sendable func form(_ request: Request, context: StaffContext) async throws -> Page {
        try await page(for: context.signedIn)
    }

    @Sendable func keep(_ request: Request, context: StaffContext) async throws -> Page {
        let session = try context.signedIn
        let form = RelayForm(try await context.fields(of: request))
        let token = formTokens.opened(form.sending, atSecond: secondsNow())
        let sending = token == nil ? nil : form.sending
        if form.wantsLookUp { return try await page(for: session, form, sending: sending) }
        let answers: TellAnswers
        do { answers = try form.checked(in: pages.authorities, isFresh: token != nil) } catch {
            return try await page(
                for: session, form, sending: sending, problems: error, status: .unprocessableContent)
        }
        let taken: Taken
        do { taken = try await reception.take(answers, through: .advocate, sentWith: token, isSetAside: false) } catch {
            context.logFault("An advocate's message was not kept", error)
            // The same token: should it have been kept after all, sending again is the same concern and no second one.
            return try await page(
                for: session, form, sending: sending, isNotKept: true, status: .serviceUnavailable)
        }
        switch taken {
        case .kept(let receipt, _):
            await noteHandingIn(by: session, context)
            return try slip(form, receipt, for: session)
        case .otherWords:
            return try await page(
                for: session, form, problems: FormProblems("send", says: "relayFormHasOtherWords"),
                status: .unprocessableContent)
        }
    }

    /// The page with both ways, and on it whatever was typed.
    ///
    /// - Parameter sending: the form's own token, while that can be used; nil makes a fresh one.
    func page(
        for session: Session, _ form: RelayForm = RelayForm(FormFields(bytes: [])), sending: String? = nil,
        problems: FormProblems = FormProblems([]), isNotKept: Bool = false, pasted: String = "",
        status: HTTPResponse.Status = .ok
    ) async throws -> Page {
        let open = await uploads.uploads(of: session.formToken, atSecond: secondsNow())
        let view = RelayView(
            form, sending: sending ?? newToken(), problems: problems, isNotKept: isNotKept,
            isDanger: reception.soundsLikeDanger(form.told), pasted: pasted, uploads: open, guidance: guidance,
            token: session.formToken.text, in: pages)
        return try pages.page("relay/start", view, for: session, status: status)
    }

    /// Who hands a message in sees its receipt, so it stands in the log who did.
    ///
    /// Where the log cannot be written, the message is kept all the same and its child gets the slip.
    private func noteHandingIn(by session: Session, _ context: StaffContext) async {
        do {
            try await log.append(LogLine(day: today(), who: session.name, did: "handed in", about: "1 message"))
        } catch {
            context.logFault("A message was kept, but the log does not tell who handed it in", error)
        }
    }

    private func slip(_ form: RelayForm, _ receipt: Receipt, for session: Session) throws -> Page {
        let view = RelaySlipView(
            slip: RelaySlip(receiptWords.text(of: receipt), at: publicAddress),
            councilSays: pages.understood(form.told),
            isDanger: reception.soundsLikeDanger(form.told), guidance: guidance, token: session.formToken.text)
        return try pages.page("relay/slip", view, for: session)
    }

    private func newToken() -> String {
        var random = SystemRandomNumberGenerator()
        return formTokens.token(atSecond: secondsNow(), using: &random)
    }
}
