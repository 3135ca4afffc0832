import Concerns
import HTTPTypes
import Hummingbird
import Pages
import Sealing
import Store
import Unsealing

extension DeskRoutes {
    /// Shows whose words would be joined, and joins them once a moderator has confirmed that.
    ///
    /// - Throws: ``FormProblems``.
    func merge(_ opened: OpenedConcern, _ form: DecidingForm, by session: Session) async throws -> Response {
        let (other, threads) = try await deciding.toMerge(opened.concern, with: form.mergeWith)
        guard let confirmed = form.mergeConfirmed else { return try await page(opened, other, threads, session) }
        do {
            try await deciding.merge(opened.concern, into: other, ifStill: confirmed, by: session)
        } catch MergeRefused.changedMeanwhile {
            // Both as they are now, so that what is confirmed next is what was seen.
            let (other, threads) = try await deciding.toMerge(opened.concern, with: form.mergeWith)
            return try await page(opened, other, threads, session, problem: "mergeChangedMeanwhile")
        }
        await door.putBack(opened.concern.summary.id, session)
        return Page.seeOther("/desk?done=\(Done.merge.rawValue)")
    }

    private func page(
        _ opened: OpenedConcern, _ other: DeskConcern, _ threads: ThreadsToMerge, _ session: Session,
        problem: String? = nil
    ) async throws -> Response {
        let view = MergingView(
            opened, with: other, try await original(of: other, session), threads, problem: problem, session: session,
            in: pages)
        let status: HTTPResponse.Status = problem == nil ? .ok : .conflict
        return try pages.page("desk/merging", view, for: session, status: status).response()
    }

    /// The other's original where this moderator has it open as well, with its line in the log; nil where they do not, since
    /// nobody is to read an original that another may be deciding.
    private func original(of other: DeskConcern, _ session: Session) async throws -> Original? {
        guard other.summary.state.isOpen, await door.all()[other.summary.id]?.name == session.name else { return nil }
        do { return try await reader.open(other, for: session, on: today()).told.original } catch is StaysClosed {
            return nil
        }
    }
}
