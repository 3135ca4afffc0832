import Concerns
import Foundation
import TestSupport
import Testing

struct ReceiptTests {
    let words: ReceiptWords

    init() throws {
        words = try ReceiptWords(lines: Project.text("Facts/receipt-words.txt"))
    }

    @Test func `what is copied, however it is typed, is the same receipt`() throws {
        for seed in UInt64(0)..<500 {
            let receipt = Receipt(random: Self.bytes(seed))
            let text = words.text(of: receipt)
            let typed = [
                text, text.uppercased(), text.replacing(" ", with: "-"), "  \(text)\n", "\u{200E}\(text)\u{202C}",
                text.replacing(" ", with: ",  "),
                text.split(separator: " ").map { $0.prefix(4) }.joined(separator: " "),
            ]
            for variant in typed { #expect(words.receipt(typed: variant) == receipt, "seed \(seed): \(variant)") }
        }
    }

    @Test func `a wrong word is found by the checksum 255 times in 256`() {
        var passed = 0
        for seed in UInt64(0)..<2_000 {
            var generator = Seeded(seed)
            var indices = Receipt(random: Self.bytes(seed)).indices
            let place = Int.random(in: 0..<7, using: &generator)
            indices[place] = (indices[place] + Int.random(in: 1..<2048, using: &generator)) % 2048
            if Receipt(indices: indices) != nil { passed += 1 }
        }
        #expect(passed < 25)
    }

    @Test(arguments: ["", "one two three", "a b c d e f g", "🙂 🙂 🙂 🙂 🙂 🙂 🙂"])
    func `what is no receipt is nil`(typed: String) {
        #expect(words.receipt(typed: typed) == nil)
    }

    @Test func `a receipt holds 69 secret bits and shows none of them by itself`() {
        let all = Receipt(random: Array(repeating: UInt8.max, count: 9))
        #expect(all.secret.reduce(0) { $0 + $1.nonzeroBitCount } == Receipt.secretBits)
        #expect("\(all)" == "(receipt withheld)")
        #expect(String(reflecting: all).contains("255") == false)
    }

    private static func bytes(_ seed: UInt64) -> [UInt8] {
        var generator = Seeded(seed)
        return (0..<9).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }
}

struct ReceiptWordsTests {
    @Test func `a list that is too short is refused`() {
        #expect(throws: ReceiptWordsProblem.self) { try ReceiptWords(lines: "apple\nbadger") }
    }

    @Test(arguments: ["apple\nApril", "apple\nap", "apple\napplaud"])
    func `a word that cannot be told apart or is no plain word is refused with its line`(lines: String) {
        let problem = #expect(throws: ReceiptWordsProblem.self) { try ReceiptWords(lines: lines) }
        #expect(problem?.description.hasPrefix("receipt-words.txt:2:") == true)
    }
}
