import ArgumentParser
import Concerns
import Foundation
import Triage

struct TriageCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "triage", abstract: "Say what rules and learnt weights suggest for each message of a file.",
        discussion: """
            For evaluation, as the desk suggests it: the file has a line of JSON for each message, {"id", "text", "channel"}, and nothing is stored.
            Offsets count Unicode scalars, the end not included; “cluster” is shared by near-duplicates.

            Example: earshot triage messages.jsonl --output suggestions.jsonl
            """)

    @OptionGroup var folders: FolderOptions
    @Argument(help: "A file with a line of JSON for each message; “-” for standard input.") var file: String
    @Option(help: "Where to write a line for each message (standard output).") var output: String?

    func run() throws {
        do {
            let files = try TextFiles.read(
                ShippedFolder.moderation.url(instead: folders.moderation), endings: [".yaml", ".txt"])
            let triage = Triage(
                rules: try ModerationRules(files: files), weights: try TriageWeights(filesIfAny: files))
            let messages = try EvaluatedMessage.all(in: contents(), file: file)
            try OutputPlaces.check(output, of: "--output", against: [file])
            let lines =
                try output.map { path throws(CommandFailure) in try LineOutput(path: path) } ?? .standardOutput()
            let suggestions = messages.map { message in
                triage.suggestion(
                    for: Original(message.text), channel: message.channel.flatMap(Channel.init) ?? .web)
            }
            var names: [String: Set<String>] = [:]
            for (message, suggestion) in zip(messages, suggestions) {
                names[message.id] = triage.names(in: message.text, suggestion.redactions)
            }
            let clusters = clusters(of: messages.map { ($0.id, $0.text) }, common: triage.commonPieces) { id in
                names[id] ?? []
            }
            for (message, suggestion) in zip(messages, suggestions) {
                try lines.write(Array(try Suggested(message.id, suggestion, clusters[message.id]).line.utf8))
            }
            try lines.flush()
        } catch {
            throw CommandFailure(error)
        }
    }

    private func contents() throws(CommandFailure) -> Data {
        if file == "-" { return FileHandle.standardInput.readDataToEndOfFile() }
        guard let data = FileManager.default.contents(atPath: file) else {
            throw .unusable("“\(file)” cannot be read. Check the path and its permissions.")
        }
        return data
    }
}

/// A message to be triaged for evaluation.
struct EvaluatedMessage: Decodable {
    let id: String
    let text: String
    let channel: String?

    /// - Throws: ``CommandFailure`` naming the file and the line that is no message, or an id that stands there twice.
    static func all(in data: Data, file: String) throws(CommandFailure) -> [EvaluatedMessage] {
        let decoder = JSONDecoder()
        var messages: [EvaluatedMessage] = []
        var ids: Set<String> = []
        for (number, line) in data.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            guard line.contains(where: { $0 != 0x20 && $0 != 0x0D && $0 != 0x09 }) else { continue }
            guard let message = try? decoder.decode(Self.self, from: Data(line)) else {
                throw .unusable(
                    "\(file), line \(number + 1): this is no message. Write {\"id\": …, \"text\": …, \"channel\": …}.")
            }
            guard ids.insert(message.id).inserted else {
                throw .unusable(
                    "\(file), line \(number + 1): the id “\(message.id)” stands here a second time. Give each its own.")
            }
            messages.append(message)
        }
        return messages
    }
}

/// A line of what would be suggested.
private struct Suggested: Encodable {
    struct Stretch: Encodable {
        let start: Int
        let end: Int
        let type: String
    }

    let id: String
    let redactions: [Stretch]
    let urgency: String
    let areas: [String]
    let cluster: String?

    init(_ id: String, _ suggestion: Suggestion, _ cluster: Int?) {
        self.id = id
        redactions = suggestion.redactions.map {
            Stretch(start: $0.scalars.lowerBound, end: $0.scalars.upperBound, type: $0.kind.rawValue)
        }
        urgency = suggestion.urgency.rawValue
        areas = suggestion.areas.map(\.rawValue)
        self.cluster = cluster.map { "c\($0)" }
    }

    var line: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
        }
    }

    /// Nil is written, too: an outside scorer reads the key.
    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        try container.encode(redactions, forKey: .redactions)
        try container.encode(urgency, forKey: .urgency)
        try container.encode(areas, forKey: .areas)
        try container.encode(cluster, forKey: .cluster)
    }

    private enum CodingKeys: String, CodingKey { case id, redactions, urgency, areas, cluster }
}
