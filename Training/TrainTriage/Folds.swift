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
    /// For danger and safeguarding the one that, with what the rules flag anyway, fills a share of a queue of the usual mix;
    /// for the others the one with the best balance of recall and precision (F1).
    func threshold(of question: Int, _ trainer: MessageTrainer, besides flagged: [Bool]) -> Float {
        let order = sums.indices.sorted { sums[$0][question] > sums[$1][question] }
        if let share = Self.shareOfQueue[MessageTrainer.questions[question]] {
            let mix = Self.mix(trainer)
            var filled = sums.indices.reduce(0.0) { $0 + (flagged[$1] ? mix[$1] : 0) }
            for place in order where !flagged[place] {
                filled += mix[place]
                if filled > share { return sums[place][question] }
            }
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

    /// The least sum of which, with all above it, a share is right.
    func sure(of question: Int, _ trainer: MessageTrainer, share: Double) -> Float {
        let order = sums.indices.sorted { sums[$0][question] > sums[$1][question] }
        let mix = Self.mix(trainer)
        var (right, all, sure) = (0.0, 0.0, Float(99))
        for place in order {
            all += mix[place]
            if trainer.answers(place)[question] > 0.5 { right += mix[place] }
            if right >= all * share { sure = sums[place][question] }
        }
        return sure
    }

    /// What share of a queue of the usual mix is flagged, and of how many that should be.
    func flaggedAndFound(_ flagged: [Bool], _ question: Int, _ trainer: MessageTrainer) -> (Double, Double) {
        let mix = Self.mix(trainer)
        let share = sums.indices.reduce(0.0) { $0 + (flagged[$1] ? mix[$1] : 0) }
        let right = sums.indices.filter { trainer.answers($0)[question] > 0.5 }
        return (share, Double(right.count { flagged[$0] }) / Double(max(1, right.count)))
    }

    /// What each message counts, so that urgencies and languages stand in a mix as a service with many serious messages has
    /// them, whatever the corpus holds more of.
    private static func mix(_ trainer: MessageTrainer) -> [Double] {
        let usual: [Urgency: Double] = [
            .dangerNow: 0.145, .safeguarding: 0.285, .concern: 0.4, .praise: 0.085, .spam: 0.085,
        ]
        var counts: [Urgency: (english: Double, other: Double)] = [:]
        for message in trainer.messages {
            let count = counts[message.urgency] ?? (0, 0)
            counts[message.urgency] =
                message.isEnglish ? (count.english + 1, count.other) : (count.english, count.other + 1)
        }
        return trainer.messages.map { message in
            let (share, count) = (usual[message.urgency] ?? 0, counts[message.urgency] ?? (1, 1))
            return message.isEnglish
                ? share * (1 - shareOfOtherLanguages) / count.english : share * shareOfOtherLanguages / count.other
        }
    }

    private static let shareOfOtherLanguages = 0.08

    /// Of messages that are found at a threshold, and of all that should be.
    func recallAndPrecision(of question: Int, from threshold: Float, _ trainer: MessageTrainer) -> (Double, Double) {
        let found = sums.indices.filter { sums[$0][question] >= threshold }
        let right = found.count { trainer.answers($0)[question] > 0.5 }
        let all = sums.indices.count { trainer.answers($0)[question] > 0.5 }
        return (Double(right) / Double(max(1, all)), Double(right) / Double(max(1, found.count)))
    }

    /// In doubt upward: a queue in which this share of the corpus stands as danger, or as either.
    private static let shareOfQueue = ["danger": 0.175, "serious": 0.49]

    private static func fold(of group: String) -> UInt64 {
        group.utf8.reduce(5_381) { $0 &* 33 &+ UInt64($1) } % count
    }
}
