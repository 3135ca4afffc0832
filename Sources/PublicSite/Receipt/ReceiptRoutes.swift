import Concerns
import HTTPTypes
import Hummingbird
import Pages
import Sealing
import Store

/// Where a young person comes back with their seven words.
struct ReceiptRoutes: Sendable {
    let pages: PublicPages
    let receipts: ReceiptDeriver
    let receiptWords: ReceiptWords
    let threads: Threads

    func add(to router: Router<PublicContext>) {
        router.get("/receipt") { _, _ in try pages.page("receipt/form") }
        router.post("/receipt") { request, context in try await receipt(request, context: context) }
        router.refuseOtherMethods(at: "/receipt", takesForms: true)
    }

    private func receipt(_ request: Request, context: PublicContext) async throws -> Page {
        let typed = try await FormFields.of(request)["receipt"] ?? ""
        let view: ThreadView?
        do {
            view = try await thread(typed).map { ThreadView($0.thread, opener: $0.opener, in: pages.words) }
        } catch let problem as StoreProblem {
            context.logFault("A receipt could not be looked up", problem)
            throw HTTPError(.serviceUnavailable)
        }
        return try pages.page("receipt/thread", AnswerView(thread: view, isUnknown: view == nil))
    }

    /// The thread of the words someone typed; a typing error is found by the checksum, before anything slow is done.
    private func thread(_ typed: String) async throws -> (thread: ConcernThread, opener: ReplyOpener)? {
        guard let receipt = receiptWords.receipt(typed: typed) else { return nil }
        let derived = try receipts.derive(receipt)
        return try await threads.thread(lookup: derived.lookup).map { ($0, derived.opener) }
    }
}

/// What the answer to a receipt shows: the thread, or that there is none.
private struct AnswerView {
    let thread: ThreadView?
    let isUnknown: Bool
}
