import Concerns
import Foundation
import Sealing
import Store

extension TestStaffSite {
    /// Hands a concern in, sealed as the public site does.
    ///
    /// - Returns: its name.
    @discardableResult func receive(
        _ words: String, urgency: Urgency = .concern, sharing: Sharing = .words, authority: String? = inadequate,
        council: String? = nil, arrived: String = "2026-11-20", receipt: DerivedReceipt? = nil
    ) async throws -> ConcernID {
        var random = SystemRandomNumberGenerator()
        let id = ConcernID(using: &random)
        let told = Told(Original(words), councilTyped: council, areas: [.careLeavers], language: "en")
        let sealed = try sealer.seal(told, of: id)
        _ = try await records.intake.add(
            NewConcern(
                id: id, authority: try authority.map { try GSSCode($0) }, channel: .web, teller: .careLeaver,
                sharing: sharing, arrivedOn: try Day(arrived), urgency: urgency, words: sealed.words, key: sealed.key,
                receipt: receipt.map {
                    NewReceipt(
                        lookup: $0.lookup, cost: $0.cost.description, replyKey: $0.replyKey.rawRepresentation)
                }))
        return id
    }

    /// The fields of a review that accepts, without redactions.
    static func accepting(_ more: [(String, String)] = []) -> [(String, String)] {
        [
            ("urgency", "concern"), ("area", "care-leavers"), ("authority", inadequate), ("voice", "own"),
            ("decision", "accept"), ("action", "decide"),
        ] + more
    }
}
