import Concerns
import Foundation
import Sealing

/// Lets receipts be derived two at a time, on threads of their own: whoever guesses holds up other guesses and no form.
actor ReceiptGate {
    static let atOnce = 2
    /// So many wait at most: about a third of a second of work at two at a time.
    static let mostWaiting = 64
    /// So many wait behind all others.
    static let mostWaitingLast = 16

    private let derive: @Sendable (Receipt) throws -> DerivedReceipt
    private let threads = DispatchQueue(label: "earshot.receipts", qos: .utility, attributes: .concurrent)
    private var underWay = 0
    private(set) var waiting: [CheckedContinuation<Void, Never>] = []
    private(set) var waitingLast: [CheckedContinuation<Void, Never>] = []

    /// - Parameter derive: the slow work, `ReceiptDeriver`'s.
    init(derive: @escaping @Sendable (Receipt) throws -> DerivedReceipt) { self.derive = derive }

    /// What a receipt becomes, in its turn.
    ///
    /// - Parameter waitsLast: lets all others pass; for those who have guessed already, so that no child waits for them.
    /// - Throws: ``GateIsFull``, or a CryptoKit error when the machine cannot do it.
    func derive(_ receipt: Receipt, waitsLast: Bool = false) async throws -> DerivedReceipt {
        if underWay < Self.atOnce {
            underWay += 1
        } else if waitsLast {
            guard waitingLast.count < Self.mostWaitingLast else { throw GateIsFull() }
            await withCheckedContinuation { waitingLast.append($0) }
        } else {
            guard waiting.count < Self.mostWaiting else { throw GateIsFull() }
            await withCheckedContinuation { waiting.append($0) }
        }
        defer { leave() }
        return try await withCheckedThrowingContinuation { answer in
            threads.async { [derive] in answer.resume(with: Result { try derive(receipt) }) }
        }
    }

    /// Hands the place on, so that nobody slips in before who waited longest.
    private func leave() {
        if !waiting.isEmpty {
            waiting.removeFirst().resume()
        } else if !waitingLast.isEmpty {
            waitingLast.removeFirst().resume()
        } else {
            underWay -= 1
        }
    }
}

/// Too many receipts are being looked up at this moment.
struct GateIsFull: Error, Equatable, CustomStringConvertible {
    var description: String { "Too many people are looking up their words right now. Wait a minute and try again." }
}
