import Concerns
import Foundation
import Receiving
import Sealing
import Store
import Testing

extension TestStaffSite {
    /// Hands a concern in, sealed as the public site does.
    ///
    /// - Parameter hasDueTime: whether it is due from the minute that the clock shows; else only its day is known.
    /// - Returns: its name.
    @discardableResult func receive(
        _ words: String, urgency: Urgency = .concern, sharing: Sharing = .words, authority: String? = inadequate,
        council: String? = nil, arrived: String = "2026-11-20", receipt: DerivedReceipt? = nil,
        hasDueTime: Bool = false
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
                }, sketch: sketcher.closedSketch(of: told.original, for: id),
                due: hasDueTime ? dueTimes.due(of: id, urgency, atSecond: clock.second) : nil))
        return id
    }

    /// The receipt that a thread of a test has.
    static func receipt(_ number: UInt8) -> Receipt { Receipt(random: [number, 2, 3, 4, 5, 6, 7, 8, 9]) }

    /// The thread behind a receipt.
    func thread(_ receipt: Receipt) async throws -> ConcernThread {
        let lookup = try receipts.derive(receipt).lookup
        return try #require(try await records.threads(log: log).thread(lookup: lookup))
    }

    /// Adds words to a thread, as its young person does.
    ///
    /// - Returns: the addition's name.
    @discardableResult func add(_ words: String, to receipt: Receipt) async throws -> ConcernID {
        let before = Set(try await desk.awaitingDecision().map(\.id))
        let derived = try receipts.derive(receipt)
        #expect(try await reception.add(Original(words), to: thread(receipt), with: derived, isSetAside: false))
        return try #require(try await desk.awaitingDecision().first { !before.contains($0.id) }).id
    }

    /// Takes a thread back, as its young person does.
    func withdraw(_ receipt: Receipt) async throws {
        try await records.threads(log: log).withdraw(thread(receipt).concern, on: today)
    }

    var desk: Desk { records.desk(log: log) }

    /// The fields of a review that accepts, without redactions.
    ///
    /// Those of the other decisions are filled in too, and passed over until one of them is chosen.
    static func accepting(_ more: [(String, String)] = []) -> [(String, String)] {
        [
            ("urgency", "concern"), ("area", "care-leavers"), ("authority", inadequate), ("voice", "own"),
            ("decision", "accept"), ("action", "decide"), nobodyInDanger,
        ] + grounds + more
    }

    /// What an acceptance of what sounds like danger needs.
    static let nobodyInDanger = ("nobody_in_danger", "yes")

    /// What a hold, a refusal and an escalation that identifies nobody need.
    static let grounds = [
        ("hold_reason", "second-reading"), ("hold_until", "2026-12-01"), ("refusal_reason", "not-about-care"),
        ("route", "police-999"), ("passed_on", "Where the hostel is."),
    ]

    /// The fields of a review that decides otherwise.
    static func deciding(
        _ decision: ModerationDecision, _ more: [(String, String)] = []
    ) -> [(String, String)] {
        accepting().filter { !["decision", nobodyInDanger.0].contains($0.0) } + [("decision", decision.rawValue)] + more
    }
}
