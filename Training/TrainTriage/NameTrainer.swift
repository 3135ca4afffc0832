import Concerns
import Foundation
import Triage

/// Learns which words are part of a name, by the words around them: multinomial logistic regression for each word.
///
/// The corpus is read three times: as it is, and in other names, once of those in small letters.
struct NameTrainer {
    typealias Row = SIMD8<Float>

    private struct Word {
        /// Its contexts, by their place among all.
        let ids: [Int32]
        let label: Int
    }

    private static let (rounds, rate, decay): (Int, Float, Float) = (4, 0.1, 1e-4)
    /// A name that is missed costs more than a word too many.
    private static let costOfMissing: Float = 2
    /// So many contexts are left out each time, so that none is relied upon alone.
    private static let leftOut = 0.3
    private static let leastWords = 3

    private let messages: [LabelledMessage]
    private let triage: Triage
    private var ids: [UInt64: Int32] = [:]
    private(set) var bias = Row()
    private var weights: [Row] = []

    init(_ corpus: [LabelledMessage], renaming: Renaming, triage: Triage) {
        var generator = Seeded(3)
        messages =
            corpus + corpus.map { renaming.renamed($0, using: &generator).lowered }
            + corpus.map { renaming.renamed($0, using: &generator) }
        self.triage = triage
        ids = Self.frequent(messages, triage)
        weights = Array(repeating: Row(), count: ids.count)
        learn(messages.flatMap(words))
    }

    /// A line for each context that matters: its name and its weights, in the order of the names.
    ///
    /// - Parameter least: how far apart the weights of its labels must be.
    func lines(from least: Float) -> [(name: String, row: Row)] {
        var names: [Int32: String] = [:]
        for message in messages {
            let lesson = triage.nameLesson(message.text, spans: [])
            for word in lesson.labels.indices {
                let keys = lesson.keys(at: word)
                for (template, key) in keys.enumerated() {
                    guard let id = ids[key], names[id] == nil else { continue }
                    let row = weights[Int(id)]
                    if row.max() - row.min() >= least { names[id] = lesson.name(template, at: word) }
                }
            }
        }
        return names.map { ($0.value, weights[Int($0.key)]) }.sorted { $0.name < $1.name }
    }

    private func words(_ message: LabelledMessage) -> [Word] {
        let lesson = triage.nameLesson(message.text, spans: message.spans)
        return lesson.labels.indices.map { word in
            Word(ids: lesson.keys(at: word).compactMap { ids[$0] }, label: lesson.labels[word])
        }
    }

    private static func frequent(_ messages: [LabelledMessage], _ triage: Triage) -> [UInt64: Int32] {
        var counts: [UInt64: Int] = [:]
        for message in messages {
            let lesson = triage.nameLesson(message.text, spans: [])
            for word in lesson.labels.indices { for key in lesson.keys(at: word) { counts[key, default: 0] += 1 } }
        }
        var ids: [UInt64: Int32] = [:]
        for (key, count) in counts.sorted(by: { $0.key < $1.key }) where count >= leastWords {
            ids[key] = Int32(ids.count)
        }
        return ids
    }

    private mutating func learn(_ words: [Word]) {
        var squares = Array(repeating: Row(repeating: 0.05), count: weights.count)
        var biasSquares = Row(repeating: 1)
        var order = Array(words.indices)
        var generator = Seeded(11)
        for _ in 0..<Self.rounds {
            order.shuffle(using: &generator)
            for place in order {
                let ids = words[place].ids.filter { _ in generator.share() >= Self.leftOut }
                var gradient = Row() - shares(ids)
                gradient[words[place].label] += 1
                if words[place].label != 0 { gradient *= Self.costOfMissing }
                biasSquares += gradient * gradient
                bias += gradient * Self.rate / biasSquares.squareRoot()
                for id in ids.map(Int.init) {
                    let step = gradient - weights[id] * Self.decay
                    squares[id] += step * step
                    weights[id] += step * Self.rate / squares[id].squareRoot()
                }
            }
        }
    }

    private func shares(_ ids: [Int32]) -> Row {
        var sums = bias
        for id in ids { sums += weights[Int(id)] }
        sums -= sums.max()
        for label in sums.indices { sums[label] = Float(exp(Double(sums[label]))) }
        return sums / sums.sum()
    }
}
