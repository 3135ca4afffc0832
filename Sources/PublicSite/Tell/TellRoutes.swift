import Concerns
import HTTPTypes
import Hummingbird
import Pages
import Sealing
import Store
import Triage

/// Where a young person tells us: the form, and what happens when it is sent.
struct TellRoutes: Sendable {
    let pages: PublicPages
    /// The form as everyone first gets it.
    let fresh: StitchedPage
    let sent: SentPage
    let authorities: Authorities
    let triage: Triage
    let sealer: Sealer
    let receipts: ReceiptDeriver
    let receiptWords: ReceiptWords
    let intake: Intake
    let formTokens: FormTokens
    let today: @Sendable () -> Day
    let secondsNow: @Sendable () -> Int
    let generator: @Sendable () -> any RandomNumberGenerator

    func add(to router: Router<PublicContext>) {
        router.get("/tell") { _, _ in fresh.page(with: newToken()) }
        router.post("/tell") { request, context in try await tell(request, context: context) }
        router.refuseOtherMethods(at: "/tell", takesForms: true)
    }

    private func tell(_ request: Request, context: PublicContext) async throws -> Page {
        let form = try await TellForm(FormFields.of(request))
        // Before anything else, and in memory: whatever becomes of the form, danger is answered with help first.
        let isDanger = triage.soundsLikeDanger(form.message) || triage.soundsLikeDanger(Original(form.council))
        let answers: TellAnswers
        do {
            answers = try form.checked(
                in: authorities, isFresh: formTokens.accepts(form.token, atSecond: secondsNow()))
        } catch {
            return try again(form, problems: error, status: .unprocessableContent, leadsWithHelp: isDanger)
        }
        let receipt: Receipt
        do {
            receipt = try await keep(answers)
        } catch {
            context.logFault("A message was not kept", error)
            return try again(form, isNotKept: true, status: Self.status(of: error), leadsWithHelp: isDanger)
        }
        return sent.page(
            receipt: receiptWords.text(of: receipt), isCouncilOpen: answers.authority == nil, leadsWithHelp: isDanger)
    }

    /// Seals what was told and puts it on disk; only then may the receipt be shown.
    private func keep(_ answers: TellAnswers) async throws -> Receipt {
        var random = generator()
        let id = ConcernID(using: &random)
        var secret: [UInt8] = []
        for _ in 0..<9 { secret.append(UInt8.random(in: .min ... .max, using: &random)) }
        let receipt = Receipt(random: secret)
        let derived = try receipts.derive(receipt)
        let sealed = try sealer.seal(answers.told, of: id)
        let concern = NewConcern(
            id: id, authority: answers.authority, channel: .web, teller: answers.teller, sharing: answers.sharing,
            arrivedOn: today(), urgency: urgency(of: answers.told), words: sealed.words,
            key: sealed.key,
            receipt: NewReceipt(
                lookup: derived.lookup, cost: derived.cost.description,
                replyKey: derived.replyKey.rawRepresentation))
        _ = try await intake.add(concern)
        return receipt
    }

    /// Danger may be told in any box: what was typed for the council can raise the urgency, never lower it.
    private func urgency(of told: Told) -> Urgency {
        let typed = Original(told.councilTyped ?? "")
        let words = triage.urgency(of: told.original)
        return triage.soundsLikeDanger(typed) ? max(words, .dangerNow) : words
    }

    /// The form again, with all that was typed and a fresh token.
    private func again(
        _ form: TellForm, problems: FormProblems = FormProblems([]), isNotKept: Bool = false,
        status: HTTPResponse.Status, leadsWithHelp: Bool
    ) throws -> Page {
        let view = TellView(
            form, problems: problems, isNotKept: isNotKept, token: newToken(), authorities: authorities,
            in: pages.words)
        return try pages.page("tell/form", view, status: status, leadsWithHelp: leadsWithHelp)
    }

    private func newToken() -> String {
        var random = generator()
        return formTokens.token(atSecond: secondsNow(), using: &random)
    }

    private static func status(of error: any Error) -> HTTPResponse.Status {
        (error as? NotKept)?.problem == .cannotWrite ? .insufficientStorage : .serviceUnavailable
    }
}

extension HTTPResponse.Status {
    /// The disk is full (RFC 4918).
    fileprivate static var insufficientStorage: Self { Self(code: 507, reasonPhrase: "Insufficient Storage") }
}
