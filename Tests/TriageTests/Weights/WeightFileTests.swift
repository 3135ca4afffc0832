import FactFiles
import Testing

@testable import Triage

struct WeightFileTests {
    private static let bias =
        "bias\t\t" + Array(repeating: "0", count: MessageWeights.questions.count).joined(separator: " ")

    private func weights(_ text: String?) throws -> MessageWeights {
        try MessageWeights(WeightFile("message-weights.txt", text: text))
    }

    @Test func `a remark and an empty line weigh nothing, and a line weighs what it says`() throws {
        let ones = Array(repeating: "-150", count: MessageWeights.questions.count).joined(separator: " ")
        let weights = try weights("# remark\n\n\(Self.bias)\nword\thelp\t\(ones)\n")
        #expect(weights.table.count == 1)
        #expect(weights.table.row(MessageFeatures.key(.word, "help"))?[0] == -150)
        #expect(weights.table.row(MessageFeatures.key(.word, "held")) == nil)
    }

    @Test(arguments: [
        ("word\thelp\t1 2", 1, "there are 2 numbers"), ("word help 1", 1, "parted by tabs"),
        ("# fine\nword\thelp\t1 x", 2, "whole numbers"), ("verb\thelp\t1 2 3 4 5 6 7 8 9 10", 1, "no kind of feature"),
        ("word\thelp\t9999 2 3 4 5 6 7 8 9 10", 1, "more than any weight"),
    ])
    func `a line that cannot be used is named with what to do`(text: String, line: Int, says: String) {
        do {
            _ = try weights(text)
            Issue.record("it was taken")
        } catch let problem as FactProblem {
            #expect(problem.line == line && problem.description.contains(says), "\(problem)")
            #expect(problem.description.contains("script/train"))
        } catch { Issue.record(error) }
    }

    @Test func `a missing file is said`() { #expect(throws: FactProblem.self) { try weights(nil) } }
}

struct KeySetTests {
    @Test(arguments: UInt64(0)..<20)
    func `each key is new once, however many there are`(seed: UInt64) {
        var keys = KeySet(reserving: 4)
        var known: Set<UInt64> = []
        var value = seed &* 977 &+ 1
        for _ in 0..<2_000 {
            value = value &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let key = value >> 53 | 1
            #expect(keys.insert(key) == known.insert(key).inserted)
        }
    }
}
