import Concerns
import Foundation
import Triage

/// Learns what words and rules say of urgency and areas: logistic regression for each question, by AdaGrad (Duchi, Hazan
/// and Singer 2011) with a little decay.
struct MessageTrainer {
    typealias Row = SIMD16<Float>

    /// A message as numbers: its features by their place among all, what each counts, and the right answers.
    struct Example {
        let features: [(id: Int, value: Float)]
        let answers: Row
    }

    struct Learnt {
        var bias = Row()
        var weights: [Row]

        func sums(_ example: Example) -> Row {
            var sums = bias
            for (id, value) in example.features { sums += weights[id] * value }
            return sums
        }
    }

    static let questions = Triage.messageQuestions
    /// A danger that is missed costs more than one too many.
    private static let costOfMissing: Row = {
        var cost = Row(repeating: 1)
        (cost[0], cost[1]) = (2, 1.3)
        return cost
    }()
    private static let (rounds, rate, decay): (Int, Float, Float) = (14, 0.05, 1e-3)
    /// A feature of one or two messages says nothing of others.
    private static let leastMessages = 3

    let messages: [LabelledMessage]
    /// Whether the rules alone say danger of a message, or danger, safeguarding or a language they cannot read.
    let ruledDanger: [Bool]
    let ruledSerious: [Bool]
    private let lessons: [[MessageLesson]]

    init(_ messages: [LabelledMessage], triage: Triage) {
        self.messages = messages
        lessons = messages.map { triage.lesson(Original($0.text), channel: $0.channel) }
        let said = lessons.map { Set($0.map(\.name)) }
        ruledDanger = said.map { $0.contains("rule\tany danger_now") }
        ruledSerious = said.map { said in
            [
                "any danger_now", "any safeguarding", "a language the rules cannot read",
                "a language the rules read poorly",
            ]
            .contains { said.contains("rule\t\($0)") }
        }
    }

    /// What is learnt from some messages, with the names of the features.
    func learn(from places: [Int]) -> (learnt: Learnt, names: [String], ids: [UInt64: Int]) {
        var counts: [UInt64: Int] = [:]
        for place in places { for lesson in lessons[place] { counts[lesson.key, default: 0] += 1 } }
        var ids: [UInt64: Int] = [:]
        var names: [String] = []
        for place in places {
            for lesson in lessons[place]
            where counts[lesson.key, default: 0] >= Self.leastMessages && ids[lesson.key] == nil {
                ids[lesson.key] = names.count
                names.append(lesson.name)
            }
        }
        return (learn(places.map { example($0, ids) }, featureCount: names.count), names, ids)
    }

    func example(_ place: Int, _ ids: [UInt64: Int]) -> Example {
        Example(
            features: lessons[place].compactMap { lesson in ids[lesson.key].map { ($0, lesson.value) } },
            answers: answers(place))
    }

    func answers(_ place: Int) -> Row {
        let message = messages[place]
        var row = Row()
        row[0] = message.urgency == .dangerNow ? 1 : 0
        row[1] = message.urgency >= .safeguarding ? 1 : 0
        row[2] = message.urgency == .praise ? 1 : 0
        row[3] = message.urgency == .spam ? 1 : 0
        for (number, area) in JudgementArea.allCases.enumerated() {
            row[4 + number] = message.areas.contains(area) ? 1 : 0
        }
        return row
    }

    private func learn(_ examples: [Example], featureCount: Int) -> Learnt {
        var learnt = Learnt(weights: Array(repeating: Row(), count: featureCount))
        var squares = Array(repeating: Row(repeating: 0.3), count: featureCount)
        var biasSquares = Row(repeating: 1)
        var order = Array(examples.indices)
        var generator = Seeded(7)
        for _ in 0..<Self.rounds {
            order.shuffle(using: &generator)
            for place in order {
                let example = examples[place]
                let gradient = Self.gradient(learnt.sums(example), example.answers)
                biasSquares += gradient * gradient
                learnt.bias += gradient * Self.rate / biasSquares.squareRoot()
                for (id, value) in example.features {
                    let step = gradient * value - learnt.weights[id] * Self.decay
                    squares[id] += step * step
                    learnt.weights[id] += step * Self.rate / squares[id].squareRoot()
                }
            }
        }
        return learnt
    }

    private static func gradient(_ sums: Row, _ answers: Row) -> Row {
        var gradient = Row()
        for question in questions.indices {
            let share = Float(1 / (1 + exp(-Double(sums[question]))))
            gradient[question] = (answers[question] - share) * (answers[question] > 0.5 ? costOfMissing[question] : 1)
        }
        return gradient
    }
}
