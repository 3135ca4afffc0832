import Concerns
import Foundation

/// A message of the training corpus, with what a reader said of it.
struct LabelledMessage: Sendable {
    let scalars: [Unicode.Scalar]
    let spans: [(range: Range<Int>, kind: IdentifierKind)]
    let channel: Channel
    let isEnglish: Bool
    let urgency: Urgency
    let areas: Set<JudgementArea>
    /// Messages of one group are near-duplicates, or the message alone; a fold holds all of a group or none.
    let group: String

    var text: String { String(String.UnicodeScalarView(scalars)) }

    /// The messages of a file: `=== web en concern looked-after,listened-to cluster=x`, then the text until the next such
    /// line, with identifiers marked in place as `{PERSON|Ann}`.
    ///
    /// - Throws: ``NotALabelledMessage`` naming the line.
    static func all(in text: String, file: String) throws -> [LabelledMessage] {
        var all: [LabelledMessage] = []
        var head: (line: Int, words: [Substring])?
        var lines: [Substring] = []
        func finish() throws {
            guard let head else { return }
            all.append(
                try LabelledMessage(
                    head.words, lines.joined(separator: "\n"), group: "\(file):\(head.line)",
                    refusal: NotALabelledMessage(file: file, line: head.line)))
        }
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if line.hasPrefix("=== ") {
                try finish()
                head = (number + 1, line.split(separator: " "))
                lines = []
            } else if head != nil {
                lines.append(line)
            }
        }
        try finish()
        return all
    }

    private init(_ head: [Substring], _ marked: String, group: String, refusal: NotALabelledMessage) throws {
        guard head.count >= 5, let channel = Channel(rawValue: String(head[1])),
            let urgency = Urgency(rawValue: String(head[3]))
        else { throw refusal }
        self.channel = channel
        isEnglish = head[2] == "en"
        self.urgency = urgency
        areas = try Set(
            (head[4] == "-" ? [] : head[4].split(separator: ",")).map { name in
                guard let area = JudgementArea(rawValue: String(name)) else { throw refusal }
                return area
            })
        self.group = head.count > 5 ? String(head[5]) : group
        (scalars, spans) = try Self.parted(marked.trimmingCharacters(in: .whitespacesAndNewlines), refusal)
    }

    init(_ other: LabelledMessage, scalars: [Unicode.Scalar], spans: [(range: Range<Int>, kind: IdentifierKind)]) {
        self.scalars = scalars
        self.spans = spans
        (channel, isEnglish, urgency) = (other.channel, other.isEnglish, other.urgency)
        (areas, group) = (other.areas, other.group)
    }

    private static func parted(
        _ marked: String, _ refusal: NotALabelledMessage
    ) throws -> ([Unicode.Scalar], [(range: Range<Int>, kind: IdentifierKind)]) {
        var scalars: [Unicode.Scalar] = []
        var spans: [(range: Range<Int>, kind: IdentifierKind)] = []
        var open: (start: Int, kind: IdentifierKind)?
        var rest = Array(marked.unicodeScalars)[...]
        while let scalar = rest.popFirst() {
            if scalar == "{" {
                guard open == nil, let bar = rest.firstIndex(of: "|"),
                    let kind = IdentifierKind(rawValue: String(String.UnicodeScalarView(rest[..<bar])))
                else { throw refusal }
                open = (scalars.count, kind)
                rest = rest[(bar + 1)...]
            } else if scalar == "}" {
                guard let span = open else { throw refusal }
                spans.append((span.start..<scalars.count, span.kind))
                open = nil
            } else {
                scalars.append(scalar)
            }
        }
        guard open == nil else { throw refusal }
        return (scalars, spans)
    }
}

struct NotALabelledMessage: Error, CustomStringConvertible {
    let file: String
    let line: Int

    var description: String {
        "\(file), line \(line): this message is not labelled as the others are. Write “=== CHANNEL LANGUAGE URGENCY AREAS”, "
            + "then the text with {KIND|words} around each identifier."
    }
}
