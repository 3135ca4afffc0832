import Concerns
import HTTPTypes
import Hummingbird
import Pages
import Receiving
import Sealing

/// Where a young person tells us: the page for the words, the questions that may be skipped, and what happens when it is
/// sent.
struct TellRoutes: Sendable {
    let pages: PublicPages
    /// The page for the words as everyone first gets it.
    let fresh: StitchedPage
    let sent: SentPage
    let authorities: Authorities
    let reception: Reception
    let formTokens: FormTokens
    let limits: Limits
    let origin: Origin
    let secondsNow: @Sendable () -> Int
    let generator: @Sendable () -> any RandomNumberGenerator

    func add(to router: Router<PublicContext>) {
        let tellPath = RouterPath("\(pages.root)/tell")
        router.get(tellPath) { _, _ in fresh.page(with: newToken()) }
        router.post(tellPath) { request, context in try await tell(request, context) }
        router.refuseOtherMethods(at: tellPath, takesForms: true)
        for step in TellStep.allCases {
            let path = RouterPath("\(pages.root)\(step.address)")
            // Whoever comes back to a question without its form starts with the words.
            router.get(path) { _, _ in Page.seeOther("\(pages.root)/tell") }
            router.post(path) { request, _ in try await ask(step, fields(of: request)) }
            router.refuseOtherMethods(at: path, takesForms: true)
        }
    }

    private func tell(_ request: Request, _ context: PublicContext) async throws -> Page {
        let fields = try await fields(of: request)
        let form = TellForm(fields)
        // Before anything else, and in memory: whatever becomes of the form, danger is answered with help first.
        let isDanger = reception.needsHelpFirst(form)
        let token = formTokens.opened(form.token, atSecond: secondsNow())
        let answers: TellAnswers
        do {
            answers = try form.checked(in: authorities, isFresh: token != nil)
        } catch {
            let text = await rescue(form, token: token, context)
            return try again(
                fields, .init(problems: error), .unprocessableContent, token: text, leadsWithHelp: isDanger)
        }
        let standing = await limits.standingOfForm(from: origin.network(of: request, context))
        let isTrapped = fields.text(TellStep.trap) != nil
        let isRepeated = await limits.hasOftenMet(form.message)
        let isSetAside = isTrapped || isRepeated || standing == .setAside
        do {
            switch try await reception.take(answers, through: .web, sentWith: token, isSetAside: isSetAside) {
            case .kept(let receipt, let isNew):
                if isNew { await limits.countSameWords(form.message) }
                return sent.page(
                    receipt: limits.text(of: receipt), isCouncilOpen: answers.authority == nil,
                    leadsWithHelp: isDanger, isSlowed: standing != .within
                ).slowed(by: standing == .within ? 0 : Budgets.slowedSteps)
            case .otherWords:
                let problems = FormProblems("send", says: "formHasOtherWords")
                return try again(fields, .init(problems: problems), .unprocessableContent, leadsWithHelp: isDanger)
            }
        } catch {
            context.logFault("A message was not kept", error)
            // The same token: should it have been kept after all, sending again is the same message and no second one.
            return try again(
                fields, .init(isNotKept: true), .notKept(error), token: token == nil ? nil : form.token,
                leadsWithHelp: isDanger)
        }
    }

    /// Keeps what a refused form tells of danger, so that a person sees it even if nobody presses Send again.
    ///
    /// It is kept as sent with the token that the form comes back with: sending it again, unchanged, gives its receipt.
    ///
    /// - Returns: that token; nil where nothing was kept.
    private func rescue(_ form: TellForm, token: FormToken?, _ context: PublicContext) async -> String? {
        guard reception.soundsLikeDanger(form), let answers = form.rescued(in: authorities) else { return nil }
        let text = token == nil ? newToken() : form.token
        // One that was just made is too young to be sent, and old enough to be known again.
        let ofAge = secondsNow() + FormTokens.leastAgeSeconds
        guard let known = token ?? formTokens.opened(text, atSecond: ofAge) else { return nil }
        do {
            _ = try await reception.take(answers, through: .web, sentWith: known, isSetAside: false)
            return text
        } catch {
            context.logFault("A danger message was not kept", error)
            return nil
        }
    }

    /// The page of one question, with all that was answered before in its form.
    private func ask(_ step: TellStep, _ fields: FormFields) throws -> Page {
        let skipped = fields["skip"].flatMap(TellStep.init)?.fields ?? []
        let fields = fields.without(skipped)
        let form = TellForm(fields)
        let isDanger = reception.needsHelpFirst(form)
        if step != .words, let problem = form.problemWithWords {
            return try again(
                fields, .init(problems: FormProblems([problem])), .unprocessableContent, leadsWithHelp: isDanger)
        }
        // The page before the next question: was it clear which council was meant?
        let asked = step == .who ? unsettled(form, fields) : nil
        let shown = asked == nil ? step : .council
        let view = TellView(
            fields, step: shown, token: form.token.isEmpty ? newToken() : form.token, asked: asked,
            authorities: authorities, in: pages.words)
        return try pages.answer("tell/form", view, leadsWithHelp: isDanger)
    }

    /// What the typed council may mean, where it is not clear and was not asked back before; nil where there is nothing to ask.
    private func unsettled(_ form: TellForm, _ fields: FormFields) -> CouncilGuess? {
        guard !form.council.isEmpty, form.authority.isEmpty, fields.text("asked") != form.council else { return nil }
        let guess = authorities.named(form.council)
        if case .one = guess { return nil }
        return guess
    }

    /// The form again, with all that was typed: the page for the words where only they need another look, else all of it.
    ///
    /// - Parameter token: the form's own, where sending it again must be the same message; nil makes a fresh one.
    private func again(
        _ fields: FormFields, _ notice: TellView.Notice, _ status: HTTPResponse.Status, token: String? = nil,
        leadsWithHelp: Bool
    ) throws -> Page {
        let isAboutWords = notice.problems.all.allSatisfy { ["message", "send"].contains($0.field) }
        let view = TellView(
            fields, step: isAboutWords ? .words : nil, token: token ?? newToken(), notice: notice,
            authorities: authorities,
            in: pages.words)
        return try pages.answer("tell/form", view, status: status, leadsWithHelp: leadsWithHelp)
    }

    /// What was sent; who reads the pages in another language than English is taken to write in it.
    private func fields(of request: Request) async throws -> FormFields {
        let fields = try await FormFields.of(request)
        let language = pages.words.language
        return language == .english ? fields : fields.with(language.code, ifMissing: "language")
    }

    private func newToken() -> String {
        var random = generator()
        return formTokens.token(atSecond: secondsNow(), using: &random)
    }
}
