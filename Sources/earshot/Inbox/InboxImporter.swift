import Concerns
import Foundation
import Inbox
import Receiving
import Sealing
import Store
import Triage

/// Seals and queues messages that came as mail or letters.
struct InboxImporter {
    let intake: Intake
    let sealer: Sealer
    let triage: Triage
    /// Keys the marks by which a second import knows a message.
    let importKey: Data
    let arrivalDays: ArrivalDays
    let today: Day
    /// Called when something was kept that says someone is in danger now.
    var onDanger: @Sendable () -> Void = {}

    /// What the sender is known to want; mail says none of it by itself.
    struct About {
        var authority: GSSCode?
        var sharing = Sharing.counted
        /// How it came; nil takes letters for paper and all else for mail.
        var channel: Channel?
        /// The day it came, where that is not today: for messages that were held elsewhere first.
        var arrivedOn: Day?
    }

    /// One message, stored once however often it is handed in.
    ///
    /// - Returns: the line for the report, and the concern's id where it was stored now.
    /// - Throws: ``NotKept`` when it is not on disk, or a CryptoKit error when the machine's random source fails.
    func take(
        _ reading: InboxReading, from source: String, about: About
    ) async throws -> (line: InboxLine, concern: ConcernID?) {
        guard reading.outcome == .imported, let message = reading.message else {
            let line = InboxLine(
                source: source, index: reading.index, outcome: reading.outcome, reason: reading.reason)
            return (line, nil)
        }
        var generator = SystemRandomNumberGenerator()
        let id = ConcernID(using: &generator)
        let original = message.original
        let channel = about.channel ?? (source.hasSuffix(".txt") ? .paper : .email)
        let urgency = triage.urgency(of: original)
        let sealed = try sealer.seal(Told(original), of: id)
        let kept = try await intake.add(
            NewConcern(
                id: id, authority: about.authority, channel: channel, teller: nil,
                sharing: about.sharing,
                arrivedOn: arrivalDays.kept(about.arrivedOn ?? today, about: about.authority),
                urgency: urgency, words: sealed.words, key: sealed.key, receipt: nil, importMark: mark(of: message)))
        switch kept {
        case .kept:
            if urgency == .dangerNow { onDanger() }
            let line = InboxLine(source: source, index: reading.index, outcome: .imported, reason: reading.reason)
            return (line, id)
        case .alreadyThere, .otherWords:
            let line = InboxLine(
                source: source, index: reading.index, outcome: .duplicate, reason: "It was imported before.")
            return (line, nil)
        }
    }

    /// The same words under the same id are the same mail; some programs give one id to all they send.
    private func mark(of message: InboxMessage) -> Data {
        KeyedMark.of(Data("\(message.messageID ?? "")\u{0}\(message.original.words)".utf8), key: importKey)
    }
}
