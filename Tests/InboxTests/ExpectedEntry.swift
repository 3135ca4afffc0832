import Concerns
import Foundation
import Inbox

/// What must come out of a file of `Mail/`, as its `manifest.json` says.
struct ExpectedFile: Decodable, Sendable, CustomStringConvertible {
    let file: String
    /// Nil when the format is to be found out.
    let format: String?
    let entries: [ExpectedEntry]

    var description: String { file }

    static func all() throws -> [ExpectedFile] {
        let manifest = try Data(contentsOf: ProjectFolder.mail.appending(path: "manifest.json"))
        return try JSONDecoder().decode([ExpectedFile].self, from: manifest)
    }

    func readings(by reader: InboxReader) throws -> [InboxReading] {
        let bytes = try ProjectFolder.bytes(ProjectFolder.mail.appending(path: file))
        return reader.readings(of: bytes, named: file, format: format.flatMap(InboxFormat.init) ?? .auto)
    }
}

/// One entry; what it does not name may be anything, what it gives as null must not be there.
struct ExpectedEntry: Decodable, Sendable {
    struct Attachment: Decodable, Hashable, Sendable {
        let name: String?
        let size: Int?
    }

    private let fields: [String: Field]

    private enum Field: Decodable, Equatable, Sendable {
        case nothing
        case text(String)
        case number(Int)
        case texts([String])
        case attachments([Attachment])
        case about([String: Field])

        init(from decoder: any Decoder) throws {
            let value = try decoder.singleValueContainer()
            if value.decodeNil() {
                self = .nothing
            } else if let text = try? value.decode(String.self) {
                self = .text(text)
            } else if let number = try? value.decode(Int.self) {
                self = .number(number)
            } else if let texts = try? value.decode([String].self) {
                self = .texts(texts)
            } else if let attachments = try? value.decode([Attachment].self) {
                self = .attachments(attachments)
            } else {
                self = .about(try value.decode([String: Field].self))
            }
        }
    }

    init(from decoder: any Decoder) throws {
        fields = try decoder.singleValueContainer().decode([String: Field].self)
    }

    /// A line for each thing that came out otherwise.
    func differences(from reading: InboxReading) -> [String] {
        fields.sorted { $0.key < $1.key }.compactMap { key, field in
            let found = Self.found(key, in: reading)
            let agrees: Bool =
                switch (key, field, found) {
                case ("reasonContains", .text(let part), .text(let reason)):
                    reason.lowercased().contains(part.lowercased())
                case ("attachments", .attachments(let named), .attachments(let all)):
                    named.count == all.count
                        && zip(named, all).allSatisfy { $0.name == $1.name && ($0.size == nil || $0.size == $1.size) }
                case ("attachments", .texts([]), .attachments([])), ("areas", .texts([]), .nothing): true
                case ("about", .about(let stated), .about(let all)):
                    stated.allSatisfy { name, value in all[name] == value || (value == .texts([]) && all[name] == nil) }
                default: field == found
                }
            return agrees ? nil : "\(key): \(found) instead of \(field)"
        }
    }

    private static func found(_ key: String, in reading: InboxReading) -> Field {
        let message = reading.message
        func text(_ text: String?) -> Field { text.map(Field.text) ?? .nothing }
        switch key {
        case "outcome": return .text(reading.outcome.rawValue)
        case "reasonContains": return .text(reading.reason)
        case "text": return text(message?.text)
        case "quoted": return text(message?.quoted)
        case "signature": return text(message?.signature)
        case "subject": return text(message?.subject)
        case "sent": return text(message?.sent?.description)
        case "charset": return text(message?.charset)
        case "attachments":
            return .attachments(message?.attachments.map { Attachment(name: $0.name, size: $0.byteCount) } ?? [])
        case "about": return .about(message.map { about(of: $0.about) } ?? [:])
        default: return .nothing
        }
    }

    private static func about(of about: InboxAbout) -> [String: Field] {
        func text(_ text: String?) -> Field { text.map(Field.text) ?? .nothing }
        return [
            "council": text(about.council), "mailbox": text(about.mailbox), "language": text(about.language),
            "areas": .texts(about.areas.map(\.rawValue)), "children": about.children.map(Field.number) ?? .nothing,
            "ageBand": text(about.ageBand?.rawValue), "sharing": text(about.sharing?.rawValue),
            "channel": text(about.channel?.rawValue), "sent": text(about.sent?.description),
        ]
    }
}
