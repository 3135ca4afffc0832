import Foundation
import Receiving
import Reinspection
import Sealing
import Store
import Triage

extension Deployment {
    /// What takes in mail and letters.
    ///
    /// - Parameters:
    ///   - sealedTogether: how many may share one encapsulation: many for a mailbox, 1 for what one advocate hands in.
    ///   - sendingKeys: those of the whole process; nil opens them.
    ///   - dueTimes: those of the whole process; nil makes them.
    ///   - onDanger: called when something was kept that says someone is in danger now.
    /// - Throws: ``CommandFailure`` when a key is damaged or cannot be written.
    func inboxReception(
        sealedTogether: Int = 256, sendingKeys: SendingKeyFile? = nil, dueTimes: DueTimes? = nil,
        onDanger: @escaping @Sendable () -> Void
    ) throws -> InboxReception {
        let sendingKeys = try sendingKeys ?? SendingKeyFile(in: folder)
        return InboxReception(
            triage: triage, sealer: Sealer(teamKey: try teamKeys().publicKey),
            sketchKey: SketchKey(key: keys.sketches), sealedTogether: sealedTogether,
            receipts: ReceiptDeriver(key: keys.receipts), sendingKeys: SendingKeys(key: sendingKeys.key(ofEpoch:)),
            intake: records.intake, importKey: keys.imports, authorities: facts.authorities, arrivalDays: arrivalDays,
            dueTimes: try dueTimes ?? self.dueTimes(), languages: inbox.languages, today: { MachineClock.today },
            secondsNow: { MachineClock.secondsNow },
            generator: { SystemRandomNumberGenerator() }, onDanger: onDanger)
    }

    /// What says by when something should be decided; one for the whole process.
    ///
    /// - Throws: ``CommandFailure`` when the moderators' key is damaged.
    func dueTimes() throws -> DueTimes {
        DueTimes(targets: rules.targets, sealer: try DueSealer(teamKey: try teamKeys().publicKey))
    }
}
