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
        guard let message = reading.message else {
            return Weighed(
                outcome: reading.outcome, reason: reading.reason, council: council, urgency: nil, language: nil)
        }
        let original = message.original
        let urgency = urgency(of: original, beside: message)
        let (outcome, reason) = outcome(of: reading, urgency: urgency)
        return Weighed(
            outcome: outcome, reason: ([reason] + message.about.corrections).joined(separator: " "), council: council,
            urgency: urgency,
            language: outcome == .imported ? message.about.language ?? languages.language(of: message.text) : nil)
    }

    /// Makes a message ready to be kept.
    ///
    /// - Throws: a CryptoKit error when the machine cannot seal; `NotKept` when a receipt is wanted and cannot be made.
    package func prepared(
        _ reading: InboxReading, of entry: InboxEntry, about: ImportAbout
    ) throws -> PreparedImport {
        let weighed = weighed(reading, about: about)
        let authority: GSSCode? = if case .one(let authority) = weighed.council { authority.code } else { nil }
        let mark = marks.mark(of: reading, anotherChild: about.anotherChild)
        var random = generator()
        let id = ConcernID(using: &random)
        let channel = about.channel ?? reading.message?.about.channel ?? (entry.kind == .letter ? .paper : .email)
        let arrivedOn = arrivalDays.kept(about.arrivedOn ?? today(), about: authority)
        switch weighed.outcome {
        case .rejected, .duplicate:
            return PreparedImport(
                index: reading.index, weighed: weighed, authority: authority, arriving: nil, receiptSeed: nil,
                receipt: nil)
        case .quarantined:
            let source = Data(entry.bytes.prefix(SizeClass.mostSourceBytes))
            let sealed = try sealer.seal(source: source, of: id)
            let quarantined = NewQuarantined(
                id: id, arrivedOn: arrivedOn, channel: channel, authority: authority, urgency: weighed.urgency,
                reason: weighed.reason, source: sealed.words, key: sealed.key, mark: mark)
            return PreparedImport(
                index: reading.index, weighed: weighed, authority: authority, arriving: .quarantined(quarantined),
                receiptSeed: nil, receipt: nil)
        case .imported:
            let sealed = try envelopes.seal(told(reading, weighed, about), of: id)
            let seed = about.wantsReceipt ? marks.receiptSeed(of: reading, about: about) : nil
            let made = try seed.map(receipt(from:))
            let concern = NewConcern(
                id: id, authority: authority, channel: channel, teller: nil, sharing: sharing(of: reading, about),
                arrivedOn: arrivedOn, urgency: weighed.urgency ?? .concern, words: sealed.words, key: sealed.key,
                receipt: made?.kept, importMark: mark, sending: made?.sending)
            return PreparedImport(
                index: reading.index, weighed: weighed, authority: authority, arriving: .concern(concern),
                receiptSeed: seed, receipt: made?.receipt)
        }
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
            children: about.children ?? message.about.children,
            parted: PartedText(
                quoted: message.quoted, signature: message.signature,
                attachments: message.attachments.map(\.description)))
    }

    /// Words go to inspectors only if somebody said so, and nobody said that they only count.
    private func sharing(of reading: InboxReading, _ about: ImportAbout) -> Sharing {
        let own = reading.message?.about.sharing
        return own == .counted ? .counted : about.sharing ?? own ?? .counted
    }

    /// A rejected message is nobody's word; but where it speaks of danger a person must see it.
    private func outcome(of reading: InboxReading, urgency: Urgency) -> (InboxOutcome, String) {
        guard reading.outcome == .rejected, urgency == .dangerNow else { return (reading.outcome, reading.reason) }
        return (.quarantined, "\(reading.reason) But it speaks of danger. Read it now.")
    }

    private static let mostTriaged = 100_000

    /// What stands in quoted mail can raise the urgency so that a person looks soon, never lower it.
    private func urgency(of original: Original, beside message: InboxMessage) -> Urgency {
        let own = triage.urgency(of: original.beginning(Self.mostTriaged))
        guard own < .safeguarding, let quoted = message.quoted,
            triage.soundsLikeDanger(Original(quoted).beginning(Self.mostTriaged))
        else { return own }
        return .safeguarding
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

extension Original {
    /// No more than so many Unicode scalars of it, so that no message costs more than another hundred.
    fileprivate func beginning(_ most: Int) -> Original {
        guard words.utf8.count > most else { return self }
        var beginning = String.UnicodeScalarView()
        beginning.append(contentsOf: words.unicodeScalars.prefix(most))
        return Original(String(beginning))
    }
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
