package import Concerns
internal import GRDB

extension Desk {
    /// The danger that nobody has decided about or handed on, in quarantine too; whoever is on call is called for it.
    ///
    /// - Throws: ``StoreProblem``.
    package func waitingDanger() async throws(StoreProblem) -> Set<ConcernID> {
        do {
            return try await database.read { db in
                let request: SQLRequest<String> = """
                    SELECT id FROM concern
                    WHERE \(Self.isAwaited) AND NOT \(Self.isHandedOn) AND urgency = \(Urgency.dangerNow.rawValue)
                    UNION ALL
                    SELECT id FROM quarantine WHERE outcome IS NULL AND urgency = \(Urgency.dangerNow.rawValue)
                    """
                return Set(try request.fetchAll(db).map { try ConcernID($0) })
            }
        } catch {
            throw StoreProblem(error)
        }
    }
}
