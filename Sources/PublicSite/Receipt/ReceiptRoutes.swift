import Concerns
import HTTPTypes
import Hummingbird
import Pages
import Receiving
import Sealing
import Store

/// Where a young person comes back with their seven words: to read, to add, and to take back.
///
/// Every answer has the same size and leaves on the same grid of time, whatever the seven words were.
struct ReceiptRoutes: Sendable {
    let pages: PublicPages
    let threads: Threads
    let reception: Reception
    let limits: Limits
    let origin: Origin

    func add(to router: Router<PublicContext>) {
        let paths = ["", "/add", "/withdraw"].map { RouterPath("\(pages.root)/receipt\($0)") }
        router.post(paths[0]) { request, context in try await answer(request, context, .look) }
        router.post(paths[1]) { request, context in try await answer(request, context, .add) }
        router.post(paths[2]) { request, context in try await answer(request, context, .withdraw) }
        for path in paths.dropFirst() {
            router.get(path) { _, _ in Page.seeOther("\(pages.root)/receipt") }
            router.refuseOtherMethods(at: path, takesForms: true)
        }
    }

    /// What may be done with a thread.
    private enum Act { case look, add, withdraw }

    /// Finds the thread, does what is asked with it, and shows what has become of it.
    private func answer(_ request: Request, _ context: PublicContext, _ act: Act) async throws -> Page {
        let fields = try await FormFields.of(request)
        let network = origin.network(of: request, context)
        let standing = await limits.standingOfReceipts(from: network)
        let slowedBy = standing == .within ? 0 : Budgets.slowedSteps
        do {
            return try await page(for: fields, from: network, standing, act).slowed(by: slowedBy)
        } catch is GateIsFull {
            return try busy(fields)
        } catch let problem as StoreProblem {
            context.logFault("A receipt could not be looked up", problem)
            throw HTTPError(.serviceUnavailable)
        }
    }

    private func page(
        for fields: FormFields, from network: Network?, _ standing: Budgets.Standing, _ act: Act
    ) async throws -> Page {
        let typed = TellForm.words(in: fields)
        // In memory and first: words that nobody will read, because the seven words are wrong, may tell of danger.
        let isDanger = reception.needsHelpFirst(typed)
        // The status follows the words alone, so that it does not tell whether there is such a receipt.
        let problem = act == .add ? TellForm.problem(with: typed) : nil
        let status: HTTPResponse.Status = problem == nil ? .ok : .unprocessableContent
        guard let found = try await thread(fields["receipt"] ?? "", from: network, standing) else {
            return try pages.answer(
                "receipt/thread", AnswerView(unknownWith: typed.words), status: status, leadsWithHelp: isDanger,
                atLeast: Self.leastSize(with: typed))
        }
        let done =
            problem == nil
            ? try await self.done(act, with: found.thread, found.derived, typed) : ThreadAnswer(problem: problem)
        let now = try await threads.thread(lookup: found.derived.lookup) ?? found.thread
        let shown = ThreadView(
            now, opener: found.derived.opener, page: fields["page"].flatMap { Int($0) } ?? 1, in: pages.words)
        let view = AnswerView(
            shown, done, receipt: limits.text(of: found.receipt), typed: typed.words, in: pages.words)
        return try pages.answer(
            "receipt/thread", view, status: done.status ?? status, leadsWithHelp: isDanger,
            atLeast: Self.leastSize(with: typed))
    }

    /// A wrong receipt gives back the words that were to be added and a right one does not: with so many words that it would
    /// show, both take the size that holds them beside the largest page.
    private static func leastSize(with typed: Original) -> Int {
        let size = ReplyPages.escapedSize(of: typed.words)
        return size > largestBeside ? SizedPage.smallest + size : 0
    }

    /// In bytes; what else stands on the page of an unknown receipt takes less than the rest in every language.
    private static let largestBeside = 10_000

    /// Too many are looking up their words: what was typed to be added is given back.
    private func busy(_ fields: FormFields) throws -> Page {
        let typed = TellForm.words(in: fields)
        return try pages.answer(
            "receipt/thread", AnswerView(busyWith: typed.words), status: .serviceUnavailable,
            leadsWithHelp: reception.needsHelpFirst(typed), atLeast: Self.leastSize(with: typed))
    }

    private func done(
        _ act: Act, with thread: ConcernThread, _ derived: DerivedReceipt, _ words: Original
    ) async throws -> ThreadAnswer {
        switch act {
        case .look: ThreadAnswer()
        case .add: await add(words, to: thread, with: derived)
        case .withdraw: try await withdraw(thread)
        }
    }

    private func add(
        _ words: Original, to thread: ConcernThread, with derived: DerivedReceipt
    ) async -> ThreadAnswer {
        do {
            let isNew = try await reception.add(
                words, to: thread, with: derived, isSetAside: await limits.hasOftenMet(words))
            if isNew { await limits.countSameWords(words) }
            return ThreadAnswer(notice: isNew ? "addDone" : "addAgain")
        } catch {
            return ThreadAnswer(status: .notKept(error), isNotKept: true)
        }
    }

    private func withdraw(_ thread: ConcernThread) async throws -> ThreadAnswer {
        try await threads.withdraw(thread.concern, on: reception.dayKept(about: thread.authority))
        return ThreadAnswer(notice: "withdrawDone")
    }

    /// The thread of the words someone typed; a typing error is found by the checksum, before anything slow is done.
    ///
    /// - Throws: ``GateIsFull`` while too many receipts are being looked up, ``StoreProblem``.
    private func thread(
        _ typed: String, from network: Network?, _ standing: Budgets.Standing
    ) async throws -> (receipt: Receipt, derived: DerivedReceipt, thread: ConcernThread)? {
        guard let receipt = limits.receipt(typed: typed) else { return nil }
        let derived = try await limits.derive(receipt, standing: standing)
        guard let thread = try await threads.thread(lookup: derived.lookup) else {
            await limits.countWrongReceipt(from: network)
            return nil
        }
        return (receipt, derived, thread)
    }
}

/// What came of something that was asked of a thread.
struct ThreadAnswer {
    /// Nil where it follows the words alone.
    var status: HTTPResponse.Status?
    /// The key of the words that say what was done.
    var notice: String?
    var problem: FormProblem?
    var isNotKept = false
}
