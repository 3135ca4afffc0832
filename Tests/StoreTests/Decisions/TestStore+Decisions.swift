import Concerns
import Foundation
import TestSupport
import Testing

@testable import Store

extension TestStore {
    /// Something closed; the store knows no keys and does not look inside.
    static func note(_ byte: UInt8 = 1) -> SealedNote {
        SealedNote(sealed: Data(repeating: byte, count: 40), key: Data([byte]))
    }

    func held(until day: Day? = nil, note: SealedNote? = nil) throws -> DecisionGrounds {
        .held(try DeskCode("asked-young-person"), until: day ?? today + 7, note: note)
    }

    func passedOn(_ record: UInt64, identity: Bool = true) throws -> DecisionGrounds {
        .passedOn(
            NewSafeguardingRecord(
                id: ConcernID(of: record), route: try DeskCode("police-999"), note: Self.note(),
                passesIdentity: identity))
    }

    /// The danger part of a concern, as the desk splits it off.
    func part(_ seed: UInt64, of thread: UInt64, urgency: Urgency = .dangerNow) throws -> NewConcern {
        try addition(seed, to: thread, urgency: urgency)
    }

    func state(_ seed: UInt64) async throws -> ConcernState? {
        try await desk.concern(ConcernID(of: seed))?.summary.state
    }

    /// How often the concern changed, as a form that is opened now would bring back.
    func changes(_ seed: UInt64) async throws -> Int {
        try #require(try await desk.concern(ConcernID(of: seed))).changes
    }

    func change(
        _ seed: UInt64, to text: String?, urgency: Urgency = .concern, areas: [JudgementArea] = [.lookedAfter],
        by: String = "mo"
    ) -> TextChange {
        TextChange(
            concern: ConcernID(of: seed), text: text.map(ModeratedText.init(asDecided:)), urgency: urgency,
            areas: areas, former: Self.note(8), marks: Self.note(9), by: by, on: today)
    }

    /// What the log says was done to a concern, oldest first.
    func done(to seed: UInt64) async throws -> [String] {
        try await log.lines(about: ConcernID(of: seed).description).map(\.did).reversed()
    }
}
