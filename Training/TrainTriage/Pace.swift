import Concerns
import Foundation
import Triage

/// How long triage takes for a message of 150 words, by rules and weights together.
struct Pace: CustomStringConvertible {
    private static let words = 150

    private let medianMicroseconds: Int
    private let count: Int

    /// - Parameter moderation: the moderators' files with the weights as they were just made.
    init(_ corpus: [LabelledMessage], moderation files: [String: String]) throws {
        let triage = Triage(rules: try ModerationRules(files: files), weights: try TriageWeights(files: files))
        let messages = Self.messages(corpus)
        for message in messages.prefix(50) { _ = triage.suggestion(for: message, channel: .web) }
        let clock = ContinuousClock()
        let times = messages.map { message in
            clock.measure { _ = triage.suggestion(for: message, channel: .web) }
        }
        medianMicroseconds = Int(times.sorted()[times.count / 2] / .microseconds(1))
        count = messages.count
    }

    var description: String {
        "A message of \(Self.words) words takes \(medianMicroseconds) microseconds at the median of \(count)."
    }

    /// The words of the corpus in their order, cut anew.
    private static func messages(_ corpus: [LabelledMessage]) -> [Original] {
        let all = corpus.flatMap { $0.text.split(separator: " ", omittingEmptySubsequences: true) }
        return stride(from: 0, to: all.count - words, by: words).map { start in
            Original(all[start..<(start + words)].joined(separator: " "))
        }
    }
}
