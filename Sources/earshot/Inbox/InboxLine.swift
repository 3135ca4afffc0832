import Concerns
import Foundation
import Inbox

/// One line of a preview or a report: what became of one message.
struct InboxLine: Encodable {
    let source: String
    let index: Int
    let outcome: String
    let reason: String
    /// The rest only in a preview: a report holds no words.
    var sent: String?
    var subject: String?
    var text: String?
    var quoted: String?
    var signature: String?
    var charset: String?

    /// A report's line.
    init(source: String, index: Int, outcome: InboxOutcome, reason: String) {
        self.source = source
        self.index = index
        self.outcome = outcome.rawValue
        self.reason = reason
    }

    /// A preview's line.
    init(previewing reading: InboxReading, of source: String) {
        self.init(source: source, index: reading.index, outcome: reading.outcome, reason: reading.reason)
        guard let message = reading.message else { return }
        sent = message.sent?.description
        subject = message.subject
        text = message.text
        quoted = message.quoted
        signature = message.signature
        charset = message.charset
    }

    var json: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            return String(decoding: try encoder.encode(self), as: UTF8.self)
        }
    }
}
