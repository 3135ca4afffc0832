import Concerns

/// Sums for each message by weights that were learnt without it: in five parts, near-duplicates never apart.
struct Folds {
    private static let count: UInt64 = 5

    let sums: [MessageTrainer.Row]

    init(_ trainer: MessageTrainer) {
        var sums = Array(repeating: MessageTrainer.Row(), count: trainer.messages.count)
        for fold in 0..<Self.count {
            let isTest = trainer.messages.map { Self.fold(of: $0.group) == fold }
            let (learnt, _, ids) = trainer.learn(from: isTest.indices.filter { !isTest[$0] })
            for place in isTest.indices where isTest[place] { sums[place] = learnt.sums(trainer.example(place, ids)) }
        }
        self.sums = sums
    }

    /// The sum from which on a question is answered with yes.
    ///
    /// For danger and safeguarding the one that fills a share of the queue; for the others the one with the best balance
    /// of recall and precision (F1).
    func threshold(of question: Int, _ trainer: MessageTrainer) -> Float {
        let order = sums.indices.sorted { sums[$0][question] > sums[$1][question] }
        if let share = Self.shareOfQueue[MessageTrainer.questions[question]] {
            return sums[order[Int(share * Double(order.count))]][question]
        }
        let positives = order.count { trainer.answers($0)[question] > 0.5 }
        var (hits, best, threshold) = (0, 0.0, Float.infinity)
        for (rank, place) in order.enumerated() {
            if trainer.answers(place)[question] > 0.5 { hits += 1 }
            let balance = 2 * Double(hits) / Double(rank + 1 + positives)
            if balance > best { (best, threshold) = (balance, sums[place][question]) }
        }
        return threshold
    }

    /// Of messages that are found at a threshold, and of all that should be.
    func recallAndPrecision(of question: Int, from threshold: Float, _ trainer: MessageTrainer) -> (Double, Double) {
        let found = sums.indices.filter { sums[$0][question] >= threshold }
        let right = found.count { trainer.answers($0)[question] > 0.5 }
        let all = sums.indices.count { trainer.answers($0)[question] > 0.5 }
        return (Double(right) / Double(max(1, all)), Double(right) / Double(max(1, found.count)))
    }

    /// In doubt upward: a queue in which this share of the corpus stands as danger, or as either.
    private static let shareOfQueue = ["danger": 0.23, "serious": 0.47]

    private static func fold(of group: String) -> UInt64 {
        group.utf8.reduce(5_381) { $0 &* 33 &+ UInt64($1) } % count
    }
}
