import Concerns
import Foundation
import TestSupport
import Testing

struct ReceiptWordsTypedTests {
    private static let lines = Result { try Project.text("Facts/receipt-words.txt") }

    let words: ReceiptWords
    private let oracle: TypingErrors

    init() throws {
        let lines = try Self.lines.get()
        words = try ReceiptWords(lines: lines)
        oracle = TypingErrors(words: lines.split(separator: "\n").map(String.init))
    }

    @Test func `numbers, lists, wide, bold and accented letters and unseen marks change nothing`() {
        for seed in UInt64(0)..<200 {
            let receipt = Self.receipt(seed)
            let copied = words.text(of: receipt)
            let parts = copied.split(separator: " ")
            let typed = [
                parts.enumerated().map { "\($0 + 1). \($1)" }.joined(separator: " "),
                parts.enumerated().map { "\($0 + 1)\($1)" }.joined(separator: "\n"),
                parts.map { "• “\($0)”" }.joined(separator: "\r\n"),
                Self.shifted(copied, by: 0xFF41), Self.shifted(copied.uppercased(), by: 0xFF41),
                Self.shifted(copied, by: 0x1D41A), Self.shifted(copied, by: 0x24D0),
                copied.replacing("e", with: "é").replacing("a", with: "a\u{0308}"),
                parts.map { "\u{2067}\($0)\u{2069}" }.joined(separator: "\u{00A0}"),
                copied.map { "\($0)\u{200B}" }.joined(), copied.replacing("a", with: "a\u{00AD}"),
            ]
            for variant in typed { #expect(words.receipt(typed: variant) == receipt, "seed \(seed): \(variant)") }
        }
    }

    @Test func `words run together, or parted in odd places, are read where only one reading is right`() {
        var read = 0
        for seed in UInt64(0)..<500 {
            var generator = Seeded(seed)
            let receipt = Self.receipt(seed)
            let letters = words.text(of: receipt).replacing(" ", with: "")
            let parted = letters.map { Int.random(in: 0..<5, using: &generator) == 0 ? "\($0) " : "\($0)" }.joined()
            for variant in [letters, letters.uppercased(), parted] {
                let found = words.receipt(typed: variant)
                // Parts may by chance be seven words of the list, but then their checksum has to be right too.
                #expect(found == receipt || found == nil, "seed \(seed): \(variant)")
                if found == receipt { read += 1 }
            }
        }
        #expect(read >= 1_490)
    }

    @Test func `one wrong letter gives what every possible meaning says, and nothing where they differ`() {
        var repaired = 0
        for seed in UInt64(0)..<400 {
            var generator = Seeded(seed)
            let receipt = Self.receipt(seed)
            let typed = oracle.mistyped(words.text(of: receipt), using: &generator)
            let found = words.receipt(typed: typed.joined(separator: " "))
            #expect(found == oracle.meaning(of: typed), "seed \(seed): \(typed)")
            if found == receipt { repaired += 1 }
        }
        // Measured: 399 of 400. What is left is ambiguous, or an error that makes another good receipt.
        #expect(repaired >= 390)
    }

    @Test func `of two meanings with a good checksum neither is taken`() {
        var met = 0
        for seed in UInt64(0)..<2_048 {
            guard let (typed, meant) = oracle.ambiguous(Int(seed)) else { continue }
            met += 1
            var generator = Seeded(seed)
            var indices: [Int]
            repeat {
                indices = (0..<7).map { _ in Int.random(in: 0..<2_048, using: &generator) }
                indices[3] = meant[0]
            } while Receipt(indices: indices) == nil
            let first = Receipt(indices: indices)
            indices[3] = meant[1]
            let second = Receipt(indices: indices)
            var words = first.map { self.words.text(of: $0).split(separator: " ").map(String.init) } ?? []
            words[3] = typed
            #expect(oracle.meanings(of: words).isSuperset(of: [first, second].compactMap { $0 }))
            #expect(second != nil && self.words.receipt(typed: words.joined(separator: " ")) == nil, "\(words)")
            if met == 40 { break }
        }
        #expect(met == 40)
    }

    @Test func `two wrong words are never mended, however small each mistake`() {
        for seed in UInt64(0)..<400 {
            var generator = Seeded(seed)
            let receipt = Self.receipt(seed)
            let right = words.text(of: receipt).split(separator: " ").map(String.init)
            let places = Array((0..<7).shuffled(using: &generator).prefix(2))
            var typed = right
            for place in places { typed[place] = oracle.unknown(right[place], using: &generator) }
            #expect(words.receipt(typed: typed.joined(separator: " ")) == nil, "seed \(seed): \(typed)")
        }
    }

    @Test func `a letter typed instead of a space, or one wrong letter in words run together, is mended`() {
        var repaired = 0
        for seed in UInt64(0)..<150 {
            var generator = Seeded(seed)
            let receipt = Self.receipt(seed)
            let right = words.text(of: receipt).split(separator: " ").map(String.init)
            let gap = Int.random(in: 1..<7, using: &generator)
            let slipped = right[..<gap].joined(separator: " ") + "n" + right[gap...].joined(separator: " ")
            var mistyped = right
            mistyped[gap] = oracle.unknown(right[gap], using: &generator)
            for variant in [slipped, mistyped.joined()] where words.receipt(typed: variant) == receipt {
                repaired += 1
            }
        }
        #expect(repaired >= 270)
    }

    @Test func `what is too long for a receipt is turned away unread`() {
        let receipt = Self.receipt(1)
        let text = words.text(of: receipt)
        #expect(words.receipt(typed: text + String(repeating: " ", count: 200)) == receipt)
        for typed in [
            text + String(repeating: " ", count: 400), String(repeating: text, count: 10_000),
            String(repeating: "dot", count: 130), String(repeating: "a ", count: 200),
            String(repeating: "\u{FDFA}", count: 400),
        ] { #expect(words.receipt(typed: typed) == nil) }
    }

    @Test(arguments: [
        "\u{FDFA}\u{FDFA}", "dotdotdotdotdotdotdot", "dot dot dot dot dot dot dot", "1 2 3 4 5 6 7",
    ])
    func `what only looks like words is no receipt`(typed: String) {
        #expect(words.receipt(typed: typed) == nil)
    }

    private static func receipt(_ seed: UInt64) -> Receipt {
        var generator = Seeded(seed &+ 1_000_000)
        return Receipt(random: (0..<9).map { _ in UInt8.random(in: .min ... .max, using: &generator) })
    }

    /// Its letters as the alphabet that begins at `start`: full-width, mathematical bold or circled ones.
    private static func shifted(_ text: String, by start: UInt32) -> String {
        text.unicodeScalars.map { scalar in
            let small = Unicode.Scalar(start + (scalar.value | 0x20) - 97)
            return (97...122).contains(scalar.value | 0x20) ? small.map(String.init) ?? "" : " "
        }.joined()
    }
}

/// Typing errors, and what they may have meant: worked out by trying every letter, unlike the list's own way.
private struct TypingErrors {
    private let indexByForm: [String: Set<Int>]
    private let indexByStart: [Substring: Int]
    private let startByIndex: [Int: Substring]

    init(words: [String]) {
        indexByForm = words.enumerated().reduce(into: [:]) { forms, word in
            forms[word.element, default: []].insert(word.offset)
            forms[String(word.element.prefix(4)), default: []].insert(word.offset)
        }
        indexByStart = Dictionary(uniqueKeysWithValues: words.enumerated().map { ($1.prefix(4), $0) })
        startByIndex = Dictionary(uniqueKeysWithValues: indexByStart.map { ($1, $0) })
    }

    /// The words with one letter of one word changed, left out, put in or swapped.
    func mistyped(_ text: String, using generator: inout Seeded) -> [String] {
        var typed = text.split(separator: " ").map(String.init)
        let place = Int.random(in: 0..<7, using: &generator)
        typed[place] = Self.oneLetter(from: typed[place]).sorted().randomElement(using: &generator) ?? ""
        return typed
    }

    /// The word with one letter wrong so that its first four are no word's.
    func unknown(_ word: String, using generator: inout Seeded) -> String {
        let errors = Self.oneLetter(from: word).filter { indexByStart[$0.prefix(4)] == nil }
        return errors.sorted().randomElement(using: &generator) ?? "zzzz"
    }

    func exact(_ typed: [String]) -> Receipt? {
        let known = typed.compactMap { indexByStart[$0.prefix(4)] }
        return Receipt(indices: known)
    }

    func meaning(of typed: [String]) -> Receipt? {
        if let exact = exact(typed) { return exact }
        let meanings = meanings(of: typed)
        return meanings.count == 1 ? meanings.first : nil
    }

    /// All receipts that one mistyped letter away have been typed like this.
    func meanings(of typed: [String]) -> Set<Receipt> {
        let known = typed.map { indexByStart[$0.prefix(4)] }
        var meanings: Set<Receipt> = []
        for place in typed.indices {
            let others = known.indices.filter { $0 != place }
            guard others.allSatisfy({ known[$0] != nil }) else { continue }
            let meant = Self.oneLetter(from: typed[place]).reduce(into: Set<Int>()) {
                $0.formUnion(indexByForm[$1] ?? [])
            }
            for index in meant {
                var indices = known.compactMap { $0 ?? index }
                indices[place] = index
                Receipt(indices: indices).map { _ = meanings.insert($0) }
            }
        }
        return meanings
    }

    /// What is one letter away from the starts of two words that no checksum tells apart, and their numbers.
    ///
    /// Two words in the same place have the same checksum where their numbers differ by a multiple of the polynomial.
    func ambiguous(_ first: Int) -> (typed: String, meant: [Int])? {
        let polynomial = 0x107
        for multiple in 1...7 {
            let second = (0..<3).reduce(first) { multiple >> $1 & 1 == 1 ? $0 ^ polynomial << $1 : $0 }
            guard let one = startByIndex[first], let other = startByIndex[second], one.count == 4, other.count == 4
            else { continue }
            let differing = zip(zip(one, other), 0...).filter { $0.0.0 != $0.0.1 }.map(\.1)
            guard differing.count == 2 else { continue }
            var typed = Array(one)
            typed[differing[0]] = Array(other)[differing[0]]
            if indexByStart[Substring(typed)] == nil { return (String(typed), [first, second]) }
        }
        return nil
    }

    private static func oneLetter(from word: String) -> Set<String> {
        let letters = Array(word)
        let alphabet = (UInt8(ascii: "a")...UInt8(ascii: "z")).map { Character(Unicode.Scalar($0)) }
        var found: Set<String> = []
        for place in 0...letters.count {
            let (before, after) = (letters[..<place], letters[place...])
            for letter in alphabet {
                found.insert(String(before + [letter] + after))
                if !after.isEmpty { found.insert(String(before + [letter] + after.dropFirst())) }
            }
            if !after.isEmpty { found.insert(String(before + after.dropFirst())) }
            if after.count > 1 { found.insert(String(before + after.prefix(2).reversed() + after.dropFirst(2))) }
        }
        return found.subtracting([word])
    }
}
