import Concerns
import FactFiles

/// `message-weights.txt`: what words, pieces of words and rules say of urgency and areas, learnt from labelled messages.
///
/// A linear model (logistic regression): the weights of what stands in a message are added up, one sum for each question.
/// `script/train` makes the file from `Training/`; a line is a feature, so a moderator can read what a word weighs.
struct MessageWeights {
    /// The questions, in the order of the columns.
    static let questions = ["danger", "serious", "praise", "spam"] + JudgementArea.allCases.map(\.rawValue)
    typealias Row = SIMD16<Float>

    let table: WeightTable<SIMD16<Int16>>
    let bias: Row
    /// From which sum on a question is answered with yes.
    let thresholds: Row
    /// From which sum on few of those that were found were wrong; infinite for a question that was never so sure.
    let sure: Row

    init(_ file: WeightFile) throws(FactProblem) {
        var bias = Row()
        var thresholds = Row()
        var sure = Row(repeating: .infinity)
        var weights: [(key: FeatureKey, row: SIMD16<Int16>)] = []
        try file.eachLine { line throws(FactProblem) in
            let count = Self.questions.count
            switch line.kind {
            case "bias": bias = try line.row(count: count, as: Row.self)
            case "threshold": thresholds = try line.row(count: count, as: Row.self)
            case "sure": sure = try line.row(count: count, as: Row.self)
            default:
                guard let kind = MessageFeatures.Kind.named(line.kind) else {
                    throw line.problem("“\(line.kind)” is no kind of feature")
                }
                let row = try line.hundredths(count: count, as: SIMD16<Int16>.self)
                weights.append((MessageFeatures.key(kind, line.text), row))
            }
        }
        self.bias = bias
        self.thresholds = thresholds
        self.sure = sure
        table = WeightTable(weights)
    }

    /// The sum for each question.
    func sums(of features: MessageFeatures) -> Row {
        // Whole numbers, added up by kind: each kind counts at a scale of its own.
        var byKind = [SIMD16<Int32>](repeating: .zero, count: MessageFeatures.Kind.allCases.count + 1)
        let weighed = features.features.indices.filter { table.mayHold(features.features[$0].key) }
        for place in weighed {
            let feature = features.features[place]
            guard let row = table.row(feature.key) else { continue }
            byKind[Int(feature.kind.rawValue)] &+= SIMD16<Int32>(truncatingIfNeeded: row)
        }
        return MessageFeatures.Kind.allCases.reduce(bias) { sums, kind in
            sums + Row(byKind[Int(kind.rawValue)]) * (features.scale(of: kind) / 100)
        }
    }

    func areSureOfSerious(_ features: MessageFeatures) -> Bool { sums(of: features)[1] >= sure[1] }

    /// The words that speak most for a question: those whose own features add the most.
    ///
    /// - Returns: ranges of words, the strongest first, at most three.
    func words(for question: Int, in features: MessageFeatures) -> [Range<Int>] {
        var weights: [(words: Range<Int>, weight: Float)] = []
        for feature in features.features where !feature.words.isEmpty && feature.kind != .piece {
            guard table.mayHold(feature.key), let row = table.row(feature.key) else { continue }
            let weight = Float(row[question]) / 100 * features.scale(of: feature.kind)
            if weight > 0.05 { weights.append((feature.words, weight)) }
        }
        weights.sort { ($0.weight, $1.words.lowerBound) > ($1.weight, $0.words.lowerBound) }
        var chosen: [Range<Int>] = []
        for (words, _) in weights where chosen.count < 3 && !chosen.contains(where: { $0.overlaps(words) }) {
            chosen.append(words)
        }
        return chosen
    }
}
