import Concerns
import Foundation
import Sealing
import Store

extension TestStaffSite {
    /// A mail whose text has bytes that are none, as it lies in quarantine.
    static let mail = "Date: Fri, 20 Nov 2026 10:00:00 +0000\r\nSubject: my hostel\r\n\r\nThe hostel is damp.\r\n"

    /// Puts something in quarantine, sealed as an import does.
    ///
    /// - Returns: its number.
    @discardableResult func quarantine(
        _ source: Data = Data(mail.utf8), urgency: Urgency? = .concern, authority: String? = nil,
        reason: String = "Its text cannot be read for certain.", arrived: String = "2026-11-20"
    ) async throws -> ConcernID {
        var random = SystemRandomNumberGenerator()
        let id = ConcernID(using: &random)
        let sealed = try sealer.seal(source: source, of: id)
        let mark = Data((0..<32).map { _ in UInt8.random(in: .min ... .max, using: &random) })
        _ = try await records.intake.add([
            .quarantined(
                NewQuarantined(
                    id: id, arrivedOn: try Day(arrived), channel: .email,
                    authority: try authority.map { try GSSCode($0) }, urgency: urgency, reason: reason,
                    source: sealed.words, key: sealed.key, mark: mark))
        ])
        return id
    }
}
