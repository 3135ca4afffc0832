package import Concerns
package import Foundation
package import Inbox
package import Sealing
package import Store
package import Triage

/// Takes in mail and letters: triages each in memory, seals it, and has it on disk before it is told of; once, however often
/// it is handed in.
package struct InboxReception: Sendable {
    let triage: Triage
    let sealer: Sealer
    let sketcher: Sketcher
    let envelopes: SharedEnvelopes
    let receipts: ReceiptDeriver
    let sendingKeys: SendingKeys
    let intake: Intake
    let marks: ImportMarks
    let authorities: Authorities
    let arrivalDays: ArrivalDays
    let dueTimes: DueTimes
    let languages: LanguageGuess
    let today: @Sendable () -> Day
    let secondsNow: @Sendable () -> Int
    let generator: @Sendable () -> any RandomNumberGenerator
    let onDanger: @Sendable () -> Void

    /// - Parameters:
    ///   - importKey: keys the marks by which a second import knows a message.
    ///   - sealedTogether: how many concerns may share one encapsulation; 1 where few come at once, so that nothing on disk
    ///     tells that they came together.
    ///   - onDanger: called when something was kept that says someone is in danger now; it must return at once.
    package init(
        triage: Triage, sealer: Sealer, sketchKey: SketchKey, sealedTogether: Int, receipts: ReceiptDeriver,
        sendingKeys: SendingKeys,
        intake: Intake, importKey: Data, authorities: Authorities, arrivalDays: ArrivalDays, dueTimes: DueTimes,
        languages: LanguageGuess, today: @escaping @Sendable () -> Day, secondsNow: @escaping @Sendable () -> Int,
        generator: @escaping @Sendable () -> any RandomNumberGenerator, onDanger: @escaping @Sendable () -> Void
    ) {
        self.triage = triage
        self.sealer = sealer
        sketcher = Sketcher(triage: triage, key: sketchKey)
        envelopes = SharedEnvelopes(of: sealer, sealedTogether: sealedTogether)
        self.receipts = receipts
        self.sendingKeys = sendingKeys
        self.intake = intake
        marks = ImportMarks(key: importKey)
        self.authorities = authorities
        self.arrivalDays = arrivalDays
        self.dueTimes = dueTimes
        self.languages = languages
        self.today = today
        self.secondsNow = secondsNow
        self.generator = generator
        self.onDanger = onDanger
    }

    /// Whether each of these was imported or set aside before; nothing is kept.
    ///
    /// - Throws: `StoreProblem` when the store cannot be read.
    package func known(_ readings: [InboxReading]) async throws(StoreProblem) -> [Bool] {
        try await intake.known(marks: readings.map { marks.mark(of: $0, anotherChild: nil) })
    }

    /// Keeps what was made ready, all in one transaction; what was there before is told of as a duplicate.
    ///
    /// - Returns: what became of each, in their order.
    /// - Throws: `NotKept` when nothing of it is on disk.
    package func keep(_ prepared: [PreparedImport]) async throws(NotKept) -> [Imported] {
        var kept = try await added(prepared.compactMap(\.arriving)).makeIterator()
        var imported: [Imported] = []
        imported.reserveCapacity(prepared.count)
        for one in prepared {
            guard one.arriving != nil, let kept = kept.next() else {
                imported.append(one.imported(one.weighed.outcome, one.weighed.reason, cause: one.weighed.cause))
                continue
            }
            // Also for what was there already: an import may have been killed between the commit and the call.
            if one.weighed.isDanger, kept != nil { onDanger() }
            switch kept {
            case .kept: imported.append(one.kept)
            case .alreadyThere, .otherWords: imported.append(try await duplicate(one))
            case nil: imported.append(one.imported(.rejected, Self.refused, isForAPerson: true))
            }
        }
        return imported
    }

    private static let refused =
        "It could not be kept. Keep its source, and tell whoever looks after Earshot."

    /// - Returns: nil for an entry that the store itself refuses, so that the others of its batch are kept all the same.
    private func added(_ batch: [Arriving]) async throws(NotKept) -> [Kept?] {
        do throws(NotKept) { return try await intake.add(batch) } catch {
            guard error.problem == .refused else { throw error }
        }
        var kept: [Kept?] = []
        for one in batch {
            do throws(NotKept) { kept += try await intake.add([one]).map(Optional.some) } catch {
                guard error.problem == .refused else { throw error }
                kept.append(nil)
            }
        }
        return kept
    }

    /// Adds to what is told of this day's imports: how many of what, and no more.
    ///
    /// - Throws: `StoreProblem`.
    package func note(_ report: ImportReport) async throws(StoreProblem) { try await intake.note(report) }

    /// A message that was kept before; its receipt, if it got one, is made again while its key lives.
    private func duplicate(_ one: PreparedImport) async throws(NotKept) -> Imported {
        guard let seed = one.receiptSeed else {
            return one.imported(.duplicate, "It was imported before.")
        }
        for token in tokens(of: seed) {
            guard let marks = sendingKeys.marks(of: token, content: seed) else { continue }
            let isThere: Bool
            do { isThere = try await intake.isSent(mark: marks.mark) } catch { throw NotKept(problem: error) }
            if isThere {
                return one.imported(.duplicate, "It was imported before.", receipt: sendingKeys.receipt(for: token))
            }
        }
        return one.imported(
            .duplicate, "It was imported before. Its receipt, if it got one, can be made again for two days only.")
    }
}

extension PreparedImport {
    fileprivate var kept: Imported {
        let concern: ConcernID? = if case .concern(let concern) = arriving { concern.id } else { nil }
        return imported(
            weighed.outcome, weighed.reason, cause: weighed.cause, receipt: receipt, concern: concern,
            isForAPerson: weighed.outcome == .quarantined)
    }

    /// - Parameter cause: the reason itself where it is one of a few.
    fileprivate func imported(
        _ outcome: InboxOutcome, _ reason: String, cause: String? = nil, receipt: Receipt? = nil,
        concern: ConcernID? = nil, isForAPerson: Bool = false
    ) -> Imported {
        Imported(
            index: index, outcome: outcome, reason: reason, cause: cause ?? reason, isForAPerson: isForAPerson,
            receipt: receipt, concern: concern, authority: authority, isDanger: weighed.isDanger)
    }
}
