import Concerns
import Foundation
import Inbox
import Receiving
import Store

/// Makes messages ready, on any core, and keeps them, batch by batch.
struct InboxTaking: Sendable {
    /// So much of an inbox is under way at most, but for one message that has more.
    static let mostBytes = 8 << 20

    let reader: InboxReader
    let reception: InboxReception
    let about: ImportAbout

    /// A batch that lacks nothing but to be kept.
    private struct Ready: Sendable {
        enum Piece: Sendable {
            case prepared(PreparedImport, of: Int, InboxSource, isForAPerson: Bool)
            case told(Taken)
        }

        var pieces: [Piece] = []
    }

    /// Takes all that the feed gives, on every core.
    ///
    /// - Parameters:
    ///   - next: nil ends it; what was given before is still kept.
    ///   - tell: what became of a batch, in its order, once all of it is on disk.
    /// - Throws: `NotKept`, a CryptoKit error when the machine cannot seal, and what `tell` throws. What was told of is on
    ///   disk whatever is thrown; the rest may be handed in again.
    func takeAll(next: () -> InboxBatch?, tell: ([Taken]) throws -> Void) async throws {
        try await InOrder.run(
            tasks: ProcessInfo.processInfo.activeProcessorCount, mostBytes: Self.mostBytes,
            next: { next().map { ($0, $0.byteCount) } }, prepare: ready, finish: { try tell(await keep($0)) })
    }

    @Sendable private func ready(_ batch: InboxBatch) throws -> Ready {
        var ready = Ready()
        for piece in batch.pieces {
            switch piece {
            case .entry(let entry, let source):
                let reading = reader.reading(of: entry, named: source.name)
                var about = about
                about.authority = about.authority ?? source.authority
                let prepared = try reception.prepared(reading, of: entry, about: about)
                ready.pieces.append(
                    .prepared(prepared, of: entry.index, source, isForAPerson: reading.outcome != .imported))
            case .refused(let source, let index, let reason):
                ready.pieces.append(.told(.message(source, TakenMessage(refused: index, reason: reason))))
            case .end(let source, let isWhole):
                ready.pieces.append(.told(.end(source, isWhole: isWhole)))
            }
        }
        return ready
    }

    private func keep(_ ready: Ready) async throws(NotKept) -> [Taken] {
        let prepared = ready.pieces.compactMap { if case .prepared(let one, _, _, _) = $0 { one } else { nil } }
        var kept = try await reception.keep(prepared).makeIterator()
        return ready.pieces.map { piece in
            switch piece {
            case .told(let taken): return taken
            case .prepared(_, let index, let source, let isForAPerson):
                // There is one for each that was prepared.
                guard let imported = kept.next() else {
                    return .message(source, TakenMessage(refused: index, reason: Self.unknown, isForAPerson: true))
                }
                return .message(source, TakenMessage(imported, isForAPerson: isForAPerson))
            }
        }
    }

    private static let unknown =
        "What became of it is unknown, which is our fault. Keep the file, and please report this."
}

/// What became of a piece of a source.
enum Taken: Sendable {
    case message(InboxSource, TakenMessage)
    /// Nothing more comes of this source; where it is not whole it must be read again.
    case end(InboxSource, isWhole: Bool)
}

/// What became of one message, without any words of it.
struct TakenMessage: Sendable {
    let index: Int
    let outcome: InboxOutcome
    let reason: String
    /// What of the reason may be counted on disk.
    let cause: String
    let receipt: Receipt?
    /// Whether a person must look at the source, be it for the second time.
    let isForAPerson: Bool

    init(
        index: Int, outcome: InboxOutcome, reason: String, cause: String? = nil, receipt: Receipt? = nil,
        isForAPerson: Bool = false
    ) {
        self.index = index
        self.outcome = outcome
        self.reason = reason
        self.cause = cause ?? reason
        self.receipt = receipt
        self.isForAPerson = isForAPerson
    }

    /// - Parameter isForAPerson: whether it is words that nobody could keep, rather than something that is no message.
    init(refused index: Int, reason: String, isForAPerson: Bool = false) {
        self.init(index: index, outcome: .rejected, reason: reason, isForAPerson: isForAPerson)
    }

    init(_ imported: Imported, isForAPerson: Bool) {
        self.init(
            index: imported.index, outcome: imported.outcome, reason: imported.reason, cause: imported.cause,
            receipt: imported.receipt,
            isForAPerson: imported.isForAPerson || imported.outcome == .duplicate && isForAPerson)
    }
}
