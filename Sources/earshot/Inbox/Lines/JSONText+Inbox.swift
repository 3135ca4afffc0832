import Concerns
import Inbox

extension JSONText {
    /// A report's line: what became of one message, without any words of it.
    mutating func reportLine(_ source: InboxSource, index: Int, outcome: InboxOutcome, reason: String) {
        object { line in
            line.key("index")
            line.number(index)
            line.key("outcome")
            line.string(outcome.rawValue)
            line.key("reason")
            line.string(reason)
            line.key("source")
            line.string(source.name)
        }
        endLine()
    }

    /// A preview's line: what was read of one message too.
    mutating func previewLine(_ source: InboxSource, _ reading: InboxReading) {
        guard let message = reading.message else {
            return reportLine(source, index: reading.index, outcome: reading.outcome, reason: reading.reason)
        }
        object { line in
            if message.about != InboxAbout() { line.about(message.about) }
            if !message.attachments.isEmpty { line.attachments(message.attachments) }
            line.key("charset")
            line.string(message.charset)
            line.key("index")
            line.number(reading.index)
            line.key("outcome")
            line.string(reading.outcome.rawValue)
            line.member("quoted", message.quoted)
            line.key("reason")
            line.string(reading.reason)
            line.member("sent", message.sent?.description)
            line.member("signature", message.signature)
            line.key("source")
            line.string(source.name)
            line.member("subject", message.subject)
            line.key("text")
            line.string(message.text)
        }
        endLine()
    }

    private mutating func about(_ about: InboxAbout) {
        key("about")
        object { said in
            said.member("age", about.ageBand?.rawValue)
            if !about.areas.isEmpty {
                said.key("areas")
                said.array(about.areas) { $0.string($1.rawValue) }
            }
            said.member("channel", about.channel?.rawValue)
            if let children = about.children {
                said.key("children")
                said.number(children)
            }
            if !about.corrections.isEmpty {
                said.key("corrections")
                said.array(about.corrections) { $0.string($1) }
            }
            said.member("council", about.council)
            said.member("language", about.language)
            said.member("mailbox", about.mailbox)
            said.member("sent", about.sent?.description)
            said.member("share", about.sharing?.rawValue)
        }
    }

    private mutating func attachments(_ attachments: [InboxAttachment]) {
        key("attachments")
        array(attachments) { text, attachment in
            text.object { one in
                one.member("name", attachment.name)
                one.key("size")
                one.number(attachment.byteCount)
            }
        }
    }

    /// A member that is left out where there is nothing to say.
    private mutating func member(_ name: StaticString, _ value: String?) {
        guard let value else { return }
        key(name)
        string(value)
    }
}
