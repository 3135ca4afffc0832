import Foundation

/// What a neighbourhood of addresses may do in ten minutes, counted without keeping an address.
///
/// A children's home, a school or a mobile operator stands behind one address, so the budgets are wide; what is over them is
/// slowed and set aside, never refused or thrown away, and what may be danger is never set aside.
actor Budgets {
    /// Forms from one neighbourhood: two classes of a school that tell in the same lesson.
    static let formsAtEase = 60
    /// Four times a school's lesson is a program; what it sends is looked at after all others.
    static let formsAtMost = 240
    /// Forms of all who come through an onion service, or a proxy that does not say for whom: more than the whole country
    /// sends that way in ten minutes.
    static let formsWithoutNetwork = 600
    /// Receipts from one neighbourhood that nobody has: a typing error is found by the checksum and costs nothing, so
    /// hardly anyone but a guesser comes to one of these.
    static let wrongReceiptsAtEase = 10
    /// The same of all who come without a network: one of them is slowed before the gate is full of their guesses.
    static let wrongReceiptsWithoutNetwork = 400
    /// How many steps of the time grid an answer is slowed by: 2 seconds, which a person waits and a program feels.
    static let slowedSteps = 4

    /// What somebody may still do.
    enum Standing: Equatable, Sendable {
        case within
        /// It is done, some steps of the time grid later.
        case slowed
        /// It is done all the same, later and to be looked at after all others. Never for those without a network: they
        /// would pay for one another; and never for a receipt: whose guesses are slowed gets nowhere.
        case setAside
    }

    private enum Spending: UInt8 {
        case form = 1
        case wrongReceipt = 2
    }

    private var counts: PassingCounts

    /// - Parameter generator: makes an unpredictable source of random numbers for the key of ten minutes.
    init(generator: @escaping @Sendable () -> any RandomNumberGenerator) {
        counts = PassingCounts(generator: generator)
    }

    /// Counts a form, and says how it is to be taken.
    func countForm(of network: Network?, atSecond now: Int) -> Standing {
        let count = counts.add(Self.mark(.form, network), atSecond: now)
        guard network != nil else { return count > Self.formsWithoutNetwork ? .slowed : .within }
        return count > Self.formsAtMost ? .setAside : count > Self.formsAtEase ? .slowed : .within
    }

    /// Whether a receipt may be looked up; asking costs nothing.
    func standingOfReceipts(of network: Network?, atSecond now: Int) -> Standing {
        let count = counts.count(of: Self.mark(.wrongReceipt, network), atSecond: now)
        guard network != nil else { return count >= Self.wrongReceiptsWithoutNetwork ? .slowed : .within }
        return count >= Self.wrongReceiptsAtEase ? .slowed : .within
    }

    /// Counts a receipt that nobody has.
    func countWrongReceipt(of network: Network?, atSecond now: Int) {
        _ = counts.add(Self.mark(.wrongReceipt, network), atSecond: now)
    }

    private static func mark(_ spending: Spending, _ network: Network?) -> Data {
        Data([spending.rawValue] + (network?.bytes ?? []))
    }
}
