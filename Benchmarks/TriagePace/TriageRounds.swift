import Concerns
import Foundation
import Triage

/// How long triage takes for a message of 150 words, by rules and weights together and by rules alone.
///
///     EARSHOT_BENCHMARKS=1 swift run -c release TriagePace [how many rounds]
///
/// Each message is read in every round. Its best round says what the work costs, all its rounds what a busy machine makes
/// of it; told are the medians over the messages.
@main
struct TriageRounds {
    private static let words = 150

    private let messages: [Original]

    static func main() throws {
        let rounds = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 20
        let project = URL(filePath: FileManager.default.currentDirectoryPath, directoryHint: .isDirectory)
        let training = try texts(project.appending(path: "Training/Messages"))
        let pace = TriageRounds(training.sorted { $0.key < $1.key }.map(\.value))
        let files = try texts(project.appending(path: "Moderation"))
        let rules = try ModerationRules(files: files)
        print("\(pace.messages.count) messages of \(words) words, \(rounds) rounds")
        pace.tell("rules and weights", Triage(rules: rules, weights: try TriageWeights(files: files)), rounds)
        pace.tell("rules alone", Triage(rules: rules), rounds)
    }

    /// The words of the invented messages in their order, without their labels, cut anew.
    private init(_ texts: [String]) {
        let plain = texts.map { $0.replacing(#/\{[A-Z_]+\|([^{}|]+)\}/#) { $0.output.1 } }
        let all = plain.flatMap { text in
            text.split(separator: "\n").filter { !$0.hasPrefix("=") && !$0.hasPrefix("#") }
                .flatMap { $0.split(separator: " ") }
        }
        messages = stride(from: 0, to: max(0, all.count - Self.words), by: Self.words).map { start in
            Original(all[start..<(start + Self.words)].joined(separator: " "))
        }
    }

    private func tell(_ what: String, _ triage: Triage, _ rounds: Int) {
        let clock = ContinuousClock()
        var times = [[Double]](repeating: [], count: messages.count)
        for _ in 0..<rounds {
            for (place, message) in messages.enumerated() {
                times[place].append(
                    clock.measure { _ = triage.suggestion(for: message, channel: .web) } / .microseconds(1))
            }
        }
        let best = Int(Self.median(times.compactMap { $0.min() }))
        let all = Int(Self.median(times.flatMap { $0 }))
        print("\(what): \(best) µs at the median of each message’s best round, \(all) µs of all rounds")
    }

    private static func median(_ values: [Double]) -> Double {
        let sorted = values.sorted()
        return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
    }

    private static func texts(_ folder: URL) throws -> [String: String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).reduce(into: [:]) { texts, name in
            texts[name] = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
        }
    }
}
