import Concerns
import Sealing

/// What keeps the young people's site open under a flood: receipts pass a gate, forms and wrong receipts have budgets.
struct Limits: Sendable {
    private let gate: ReceiptGate
    private let budgets: Budgets
    private let sameWords: SameWords
    private let receiptWords: ReceiptWords
    private let isRelaxed: Bool
    private let secondsNow: @Sendable () -> Int

    init(
        receipts: ReceiptDeriver, receiptWords: ReceiptWords, isRelaxed: Bool,
        secondsNow: @escaping @Sendable () -> Int, generator: @escaping @Sendable () -> any RandomNumberGenerator
    ) {
        gate = ReceiptGate { try receipts.derive($0) }
        budgets = Budgets(generator: generator)
        sameWords = SameWords(generator: generator)
        self.receiptWords = receiptWords
        self.isRelaxed = isRelaxed
        self.secondsNow = secondsNow
    }

    /// How a form from this network is to be taken: always, but perhaps set aside, and with an answer some steps later.
    ///
    /// Danger is kept, and calls whoever is on call, before the wait, and is answered no sooner than any other form: the time
    /// would tell it.
    func standingOfForm(from network: Network?) async -> Budgets.Standing {
        isRelaxed ? .within : await budgets.countForm(of: network, atSecond: secondsNow())
    }

    /// Whether the same words came very often in the last minutes.
    func hasOftenMet(_ words: Original) async -> Bool {
        if isRelaxed { return false }
        return await sameWords.areTooMany(words, atSecond: secondsNow())
    }

    /// Counts words that were kept, and not those of a try that failed or was made twice.
    func countSameWords(_ words: Original) async {
        if !isRelaxed { await sameWords.count(words, atSecond: secondsNow()) }
    }

    func text(of receipt: Receipt) -> String { receiptWords.text(of: receipt) }

    /// The receipt that someone typed, or nil when it cannot be one; nothing slow is done for that.
    func receipt(typed: String) -> Receipt? { receiptWords.receipt(typed: typed) }

    /// How answers to receipts from this network are to leave: also those to typing errors, or their time would tell.
    func standingOfReceipts(from network: Network?) async -> Budgets.Standing {
        isRelaxed ? .within : await budgets.standingOfReceipts(of: network, atSecond: secondsNow())
    }

    /// What finds a receipt's thread and opens its answers, in its turn.
    ///
    /// - Parameter standing: of the network it comes from; who has guessed waits behind all others.
    /// - Throws: ``GateIsFull``, or a CryptoKit error when the machine cannot do it.
    func derive(_ receipt: Receipt, standing: Budgets.Standing = .within) async throws -> DerivedReceipt {
        try await gate.derive(receipt, waitsLast: standing != .within)
    }

    /// A receipt that nobody has costs its network, so that guessing ends.
    func countWrongReceipt(from network: Network?) async {
        if !isRelaxed { await budgets.countWrongReceipt(of: network, atSecond: secondsNow()) }
    }
}
