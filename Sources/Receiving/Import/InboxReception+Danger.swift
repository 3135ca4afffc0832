import Concerns
import Inbox
import Triage

extension InboxReception {
    /// How urgent a message is, by all that came with it.
    ///
    /// Danger comes first wherever it stands: in the words, below a signature's dashes, in the line for the council. What
    /// was quoted or only found beside the words can raise the urgency, never lower it. It counts fully where there is
    /// hardly anything else, since then it is what somebody passes on.
    func urgency(of reading: InboxReading) -> Urgency? {
        guard let message = reading.message else {
            return isAnyDanger(reading.alsoFound) ? .dangerNow : nil
        }
        let own = message.original.windows.map { triage.urgency(of: $0) }.max() ?? .concern
        let said = max(own, alarm(in: ownBeside(message)) ?? own)
        let beside = [message.quoted].compactMap { $0 } + reading.alsoFound
        guard said < .dangerNow, isAnyDanger(beside) else { return said }
        let isPassedOn = message.original.words.split(whereSeparator: \.isWhitespace).count < Self.fewWords
        return isPassedOn || reading.outcome == .rejected ? .dangerNow : max(said, .safeguarding)
    }

    /// What the sender wrote besides the words.
    private func ownBeside(_ message: InboxMessage) -> String {
        ([message.signature, message.subject, message.about.council] + message.attachments.map(\.name))
            .compactMap { $0 }.joined(separator: "\n")
    }

    func alarm(in text: String) -> Urgency? {
        text.isEmpty ? nil : Original(text).windows.compactMap { triage.alarm(in: $0) }.max()
    }

    private func isAnyDanger(_ texts: [String]) -> Bool {
        texts.contains { text in Original(text).windows.contains { triage.soundsLikeDanger($0) } }
    }

    /// “Please see below” and a name: below stands what matters.
    private static let fewWords = 25
}

extension Original {
    /// Its words in stretches, each read by itself so that no message costs more than its length; they overlap, so that no
    /// phrase is cut in two.
    fileprivate var windows: [Original] {
        guard words.utf8.count > Self.windowLength else { return [self] }
        let scalars = Array(words.unicodeScalars)
        return stride(from: 0, to: scalars.count, by: Self.windowLength - Self.overlap).map { start in
            var window = String.UnicodeScalarView()
            window.append(contentsOf: scalars[start..<min(start + Self.windowLength, scalars.count)])
            return Original(String(window))
        }
    }

    /// In Unicode scalars: as much as the longest words on the young person's page.
    private static let windowLength = 10_000
    private static let overlap = 500
}
