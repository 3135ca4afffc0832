import Concerns
import FactFiles
import Foundation

/// `name-weights.txt`: what the words around a word say of its being part of a name, learnt from labelled messages.
///
/// A linear model over ``NameTemplate``: for each word of a message the weights of its contexts are added up for each
/// ``NameLabel``; the softmax of the sums is how sure it is. It reads what the rules found as one context among others.
struct NameWeights {
    typealias Row = SIMD8<Float>

    let table: WeightTable<Row>
    let bias: Row

    init(_ file: WeightFile) throws(FactProblem) {
        var bias = Row()
        var weights: [(key: FeatureKey, row: Row)] = []
        try file.eachLine { line throws(FactProblem) in
            let row = try line.row(count: NameLabel.allCases.count, as: Row.self)
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
        var sums = bias
        let start = NameContexts.start(of: word)
        var template: UInt8 = 64
        let flatSteps = NameTemplate.flatSteps
        let steps = flatSteps.span
        let atoms = contexts.atoms.span
        var place = 0
        while place < steps.count {
            var key = FeatureKey(kind: template)
            let end = place + 1 + steps[place]
            place += 1
            while place < end {
                key.add(atoms[start + steps[place]])
                place += 1
            }
            if let row = table.row(key) { sums += row }
            template += 1
        }
        return sums
    }

    /// How likely each label is for a word; they add up to 1.
    func shares(_ contexts: NameContexts, at word: Int) -> Row {
        var shares = sums(contexts, at: word)
        shares -= shares.max()
        for label in shares.indices { shares[label] = Float(exp(Double(shares[label]))) }
        return shares / shares.sum()
    }
}
