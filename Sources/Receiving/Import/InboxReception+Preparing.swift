import Concerns
import Foundation
package import Inbox
import Sealing
import Store
import Triage

extension InboxReception {
    /// What would be made of a message; nothing is kept.
    package func weighed(_ reading: InboxReading, about: ImportAbout) -> Weighed {
        let council = council(of: reading.message?.about, words: reading.message?.text, about: about)
        let urgency = urgency(of: reading)
        let (outcome, reason) = outcome(of: reading, urgency: urgency)
        let message = reading.message
        let isCouncilOpen = message?.about.council != nil && council.certain == nil
        return Weighed(
            outcome: outcome, reason: reason,
            corrections: message?.about.corrections ?? [], councilNote: isCouncilOpen ? Self.councilIsOpen : nil,
            cause: outcome == .imported ? "" : reason, council: council, urgency: urgency,
            language: outcome == .imported
                ? message.flatMap { $0.about.language ?? languages.language(of: $0.text) } : nil)
    }

    /// Makes a message ready to be kept.
    ///
    /// - Throws: a CryptoKit error when the machine cannot seal; `NotKept` when a receipt is wanted and cannot be made.
    package func prepared(
        _ reading: InboxReading, of entry: InboxEntry, about: ImportAbout
    ) throws -> PreparedImport {
        let weighed = weighed(reading, about: about)
        let authority = weighed.council.certain
        let mark = marks.mark(of: reading, anotherChild: about.anotherChild)
        var random = generator()
        let id = ConcernID(using: &random)
        let channel = channel(of: reading, entry, about)
        let arrivedOn = arrivalDays.kept(about.arrivedOn ?? today(), about: authority)
        switch weighed.outcome {
        case .rejected, .duplicate:
            return PreparedImport(
                index: reading.index, weighed: weighed, authority: authority, arriving: nil, receiptSeed: nil,
                receipt: nil)
        case .quarantined:
            return try quarantined(reading, of: entry, weighed, arrivedOn: arrivedOn, about: about)
        case .imported:
            let told = told(reading, weighed, about)
            let sealed: SealedOriginal
            do { sealed = try envelopes.seal(told, of: id) } catch is TooLongToSeal {
                // Other messages of the inbox must not wait behind it.
                return try quarantined(
                    reading, of: entry, weighed.setAside(Self.tooLong), arrivedOn: arrivedOn, about: about)
            }
            let seed = about.wantsReceipt ? marks.receiptSeed(of: reading, about: about) : nil
            let made = try seed.map(receipt(from:))
            let urgency = weighed.urgency ?? .concern
            let concern = NewConcern(
                id: id, authority: authority, channel: channel, teller: nil, sharing: sharing(of: reading, about),
                arrivedOn: arrivedOn, urgency: urgency, words: sealed.words, key: sealed.key,
                receipt: made?.kept, importMark: mark, sending: made?.sending,
                sketch: sketcher.closedSketch(of: told.original, for: id),
                due: try dueTimes.due(of: id, urgency, atSecond: secondsNow()))
            return PreparedImport(
                index: reading.index, weighed: weighed, authority: authority, arriving: .concern(concern),
                receiptSeed: seed, receipt: made?.receipt)
        }
    }

    private static let councilIsOpen = "Council names none of today that is certain: the desk decides."
    private static let tooLong = "What stands beside its words is too long to be kept with them. Look at the source."

    /// The source itself, sealed for a person to look at.
    private func quarantined(
        _ reading: InboxReading, of entry: InboxEntry, _ weighed: Weighed, arrivedOn: Day, about: ImportAbout
    ) throws -> PreparedImport {
        var random = generator()
        let id = ConcernID(using: &random)
        let sealed = try sealer.seal(source: Data(entry.bytes.prefix(SizeClass.mostSourceBytes)), of: id)
        let authority = weighed.council.certain
        let quarantined = NewQuarantined(
            id: id, arrivedOn: arrivedOn, channel: channel(of: reading, entry, about), authority: authority,
            urgency: weighed.urgency, reason: weighed.cause, source: sealed.words, key: sealed.key,
            mark: marks.mark(of: reading, anotherChild: about.anotherChild))
        return PreparedImport(
            index: reading.index, weighed: weighed, authority: authority, arriving: .quarantined(quarantined),
            receiptSeed: nil, receipt: nil)
    }

    private func channel(of reading: InboxReading, _ entry: InboxEntry, _ about: ImportAbout) -> Channel {
        about.channel ?? reading.message?.about.channel ?? (entry.kind == .letter ? .paper : .email)
    }

    /// The tokens that a receipt may have been made with: of today, and of yesterday for a run that went past midnight.
    func tokens(of seed: Data) -> [FormToken] {
        [0, 86_400].map {
            FormToken(madeAtSecond: secondsNow() - $0, nonce: Data(seed.prefix(FormToken.nonceByteCount)))
        }
    }

    private func receipt(from seed: Data) throws -> (receipt: Receipt, kept: NewReceipt, sending: Sending) {
        let token = tokens(of: seed)[0]
        guard let receipt = sendingKeys.receipt(for: token), let marks = sendingKeys.marks(of: token, content: seed)
        else { throw NotKept(problem: .cannotWrite) }
        let derived = try receipts.derive(receipt)
        return (
            receipt,
            NewReceipt(
                lookup: derived.lookup, cost: derived.cost.description, replyKey: derived.replyKey.rawRepresentation),
            Sending(mark: marks.mark, content: marks.content, epoch: marks.epoch)
        )
    }

    private func told(_ reading: InboxReading, _ weighed: Weighed, _ about: ImportAbout) -> Told {
        guard let message = reading.message else { return Told(Original("")) }
        return Told(
            message.original, councilTyped: message.about.council, areas: message.about.areas,
            ageBand: message.about.ageBand, language: weighed.language,
            children: about.children ?? message.about.children, saidOn: message.sent,
            parted: PartedText(beside: message))
    }

    /// Words go to inspectors only if somebody said so, and nobody said that they only count.
    private func sharing(of reading: InboxReading, _ about: ImportAbout) -> Sharing {
        let own = reading.message?.about.sharing
        return own == .counted ? .counted : about.sharing ?? own ?? .counted
    }

    /// A rejected message is nobody's word; but where it speaks of danger a person must see it.
    private func outcome(of reading: InboxReading, urgency: Urgency?) -> (InboxOutcome, String) {
        guard reading.outcome == .rejected else { return (reading.outcome, reading.reason) }
        if urgency == .dangerNow { return (.quarantined, "\(reading.reason) But it speaks of danger. Read it now.") }
        // A language that the rules cannot read is no alarm here: newsletters come in all of them.
        guard let words = reading.message?.original.words, let alarm = alarm(in: words), alarm >= .safeguarding else {
            return (.rejected, reading.reason)
        }
        return (.quarantined, "\(reading.reason) But it speaks of harm. Read it today.")
    }

    private func council(of said: InboxAbout?, words: String?, about: ImportAbout) -> CouncilGuess {
        let given = about.authority.flatMap { authorities[$0] }.map { authorities.standing($0) }
        if about.isAuthorityCertain, let given { return given }
        if let line = said?.council {
            let guess = authorities.coded(line) ?? authorities.named(line)
            // What the advocate wrote stands, also where it cannot be settled: it is for the desk.
            if guess != .unknown || given == nil { return guess }
        }
        if let mailbox = said?.mailbox, let guess = authorities.ofMailbox(mailbox) { return guess }
        return given ?? words.map { authorities.mentioned(in: $0) } ?? .unknown
    }
}

extension CouncilGuess {
    /// Nil where it is open which council is meant.
    fileprivate var certain: GSSCode? { if case .one(let authority) = self { authority.code } else { nil } }
}

extension Authorities {
    /// An authority of today; where it was split, those that came after it.
    fileprivate func standing(_ authority: Authority) -> CouncilGuess {
        let today = today(of: authority.code)
        return today.count == 1 ? .one(today[0]) : .ask(today)
    }

    /// What a GSS code means; nil for what is no code of an authority.
    fileprivate func coded(_ text: String) -> CouncilGuess? {
        let code = text.uppercased().filter { !$0.isWhitespace }
        return (try? GSSCode(code)).flatMap { self[$0] }.map(standing)
    }

    /// Which council a plus-address or a folder names: `e08000025`, `birmingham`, `tower-hamlets`.
    fileprivate func ofMailbox(_ mailbox: String) -> CouncilGuess? {
        if let guess = coded(mailbox) { return guess }
        return called(PlainName(mailbox)).map(standing)
    }
}
