import Concerns
import FactFiles
import Foundation

/// `name-weights.txt`: what the words around a word say of its being part of a name, learnt from labelled messages.
///
/// A linear model over ``NameTemplate``: for each word of a message the weights of its contexts are added up for each
/// ``NameLabel``; the softmax of the sums is how sure it is. It reads what the rules found as one context among others.
struct NameWeights {
    typealias Row = SIMD8<Float>

    let table: WeightTable<SIMD8<Int16>>
    let bias: SIMD8<Int16>

    init(_ file: WeightFile) throws(FactProblem) {
        var bias = SIMD8<Int16>()
        var weights: [(key: FeatureKey, row: SIMD8<Int16>)] = []
        try file.eachLine { line throws(FactProblem) in
            let row = try line.hundredths(count: NameLabel.allCases.count, as: SIMD8<Int16>.self)
            if line.kind == "bias" {
                bias = row
            } else if let template = Int(line.kind), let key = NameContexts.key(of: template, parts: line.text) {
                weights.append((key, row))
            } else {
                throw line.problem("“\(line.text)” is no context of the kind “\(line.kind)”")
            }
        }
        self.bias = bias
        table = WeightTable(weights)
    }

    /// The sums of a word, one for each label.
    func sums(_ contexts: NameContexts, at word: Int) -> Row {
        let start = NameContexts.start(of: word)
        let flatSteps = NameTemplate.flatSteps
        let steps = flatSteps.span
        let atoms = contexts.atoms.span
        // First all keys that may have weights, then those weights: none is waited for before the next is asked for.
        var keys = InlineArray<64, FeatureKey>(repeating: FeatureKey(kind: 0))
        var count = 0
        var template: UInt8 = 64
        var place = 0
        while place < steps.count {
            var key = FeatureKey(kind: template)
            let end = place + 1 + steps[place]
            place += 1
            while place < end {
                key.add(atoms[start + steps[place]])
                place += 1
            }
            keys[count] = key
            count += table.mayHold(key) ? 1 : 0
            template += 1
        }
        var sums = bias
        for index in 0..<count {
            if let row = table.row(keys[index]) { sums &+= row }
        }
        return Row(sums) / 100
    }

    /// How likely each label is for a word; they add up to 1.
    func shares(_ contexts: NameContexts, at word: Int) -> Row {
        var shares = sums(contexts, at: word)
        let plain = shares[NameLabel.plain.rawValue]
        var others = shares
        others[NameLabel.plain.rawValue] = -.infinity
        // Nearly every word is a plain one: what is shared out then is less than anybody asks about.
        if plain - others.max() > Self.surelyPlain { return Self.onlyPlain }
        shares -= shares.max()
        for label in shares.indices { shares[label] = Float(exp(Double(shares[label]))) }
        return shares / shares.sum()
    }

    /// Each of the other labels has less than one in eight thousand, all together less than one in a thousand.
    private static let surelyPlain: Float = 9
    private static let onlyPlain: Row = {
        var row = Row()
        row[NameLabel.plain.rawValue] = 1
        return row
    }()
}
