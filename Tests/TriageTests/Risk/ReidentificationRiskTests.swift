import Concerns
import FactFiles
import Foundation
import TestSupport
import Testing
import Triage

@Suite struct ReidentificationRiskTests {
    private static func risk(
        _ words: String, among children: Int?, without redactions: [Redaction] = []
    ) throws -> ReidentificationRisk {
        let triage = try ShippedRules.triage.get()
        let original = Original(words)
        return triage.risk(
            of: original, without: redactions, finds: triage.suggestion(for: original, channel: .web).redactions,
            among: children)
    }

    /// Where some words stand in others, in scalars.
    private static func stretch(_ part: String, in words: String) throws -> Range<Int> {
        let range = try #require(words.range(of: part))
        let start = words.unicodeScalars.distance(from: words.startIndex, to: range.lowerBound)
        return start..<start + part.unicodeScalars.count
    }

    private static let circumstances = [
        "I am a twin.", "I came here unaccompanied.", "I use a wheelchair.", "I am deaf.", "I am pregnant.",
        "I was in a secure unit.", "My mum died.", "I am from Eritrea.", "I have autism.", "I live in a caravan.",
        "I am in the children in care council.", "I was adopted.", "We are five sisters, 5 sisters.",
    ]

    @Test func `a circumstance more never gives a higher number`() throws {
        for seed in UInt64(0)..<120 {
            var generator = Seeded(seed)
            var told = Self.circumstances.shuffled(using: &generator)
            told = Array(told.prefix(Int.random(in: 1...6, using: &generator)))
            let children = Int.random(in: 0...7_000, using: &generator)
            var least = Double(children)
            for count in 0...told.count {
                let words = (["Nobody rings back."] + told.prefix(count)).joined(separator: " ")
                let fits = try #require(try Self.risk(words, among: children).fits)
                #expect(fits <= least, "seed \(seed)")
                least = fits
            }
        }
    }

    @Test func `a smaller council never gives a higher number, and a risk there is one in a smaller one`() throws {
        for seed in UInt64(0)..<120 {
            var generator = Seeded(seed)
            let told = Self.circumstances.shuffled(using: &generator).prefix(3).joined(separator: " ")
            let large = Int.random(in: 1...7_000, using: &generator)
            let small = Int.random(in: 0...large, using: &generator)
            let (one, other) = (try Self.risk(told, among: large), try Self.risk(told, among: small))
            #expect(try #require(other.fits) <= #require(one.fits), "seed \(seed)")
            #expect(!one.isRisky || other.isRisky, "seed \(seed)")
        }
    }

    @Test func `what is taken out narrows nothing down`() throws {
        for (index, told) in Self.circumstances.enumerated() {
            let words = "Nobody rings back. \(told)"
            let all = 0..<words.unicodeScalars.count
            #expect(try !Self.risk(words, among: 500).factors.isEmpty, "\(index)")
            let without = try Self.risk(words, among: 500, without: [Redaction(all, .other)])
            #expect(without.factors.isEmpty && without.fits == 500, "\(index)")
        }
    }

    @Test func `a deaf twin of a small council stands out, in a large one hardly, and says why`() throws {
        let words = "im deaf and my twin lives with nan, nobody signs at my placement"
        let small = try Self.risk(words, among: 120)
        #expect(small.isRisky && small.needsConfirming)
        #expect(small.factors.map(\.name) == ["deaf or signs", "twin"])
        #expect(small.factors.allSatisfy { !$0.source.isEmpty && $0.wider != nil })
        let stretch = try Self.stretch("deaf", in: words)
        #expect(small.factors.first?.scalars == stretch)
        let taken = try Self.risk(words, among: 900, without: [Redaction(stretch, .other)])
        #expect(!taken.isRisky && taken.factors.map(\.name) == ["twin"])
    }

    @Test func `the same told twice narrows once`() throws {
        let once = try Self.risk("My twin is here.", among: 1_000)
        let twice = try Self.risk("My twin is here. I miss my twin.", among: 1_000)
        #expect(once.fits == twice.fits && twice.factors.count == 2)
    }

    @Test(arguments: ["im 14 and bored", "I was aged 14 then", "a 14 year old girl", "14yo here", "I’m 14."])
    func `an age is told in many ways`(words: String) throws {
        #expect(try Self.risk(words, among: 100).factors.map(\.name) == ["age, a year of 10 to 15"])
    }

    @Test(arguments: ["14 of us live here", "it was 14 miles", "on the 14th", "room 14"])
    func `a number of something else is no age`(words: String) throws {
        #expect(try Self.risk(words, among: 100).factors.isEmpty)
    }

    @Test func `an age that stays in narrows, one that is taken out does not`() throws {
        let words = "I am 14 and nobody asks me anything"
        let left = try Self.risk(words, among: 100)
        #expect(left.factors.map(\.name) == ["age, a year of 10 to 15"] && left.isRisky)
        let taken = [Redaction(try Self.stretch("14", in: words), .age)]
        #expect(try Self.risk(words, among: 100, without: taken).factors.isEmpty)
    }

    @Test func `without a council only what is rare is a risk`() throws {
        #expect(try Self.risk("I use a wheelchair and the lift is broken", among: nil).isRisky)
        #expect(try !Self.risk("I have autism and the light hums", among: nil).isRisky)
        #expect(try Self.risk("nobody rings back", among: nil).fits == nil)
    }

    @Test func `where a council itself has few, there is nothing to confirm unless something is told`() throws {
        let plain = try Self.risk("nobody rings back", among: 4)
        #expect(plain.isRisky && !plain.needsConfirming)
    }

    @Test(arguments: [
        ("deaf or signs\n    share: 0.003", "deaf or signs\n    share: 0"),
        ("dependence: 0.3", "dependence: 3"), ("kinds: [HOME]", "kinds: [HOUSE]"),
        ("name: twin", "name: deaf or signs"),
    ])
    func `a share that is none is named with its line`(right: String, wrong: String) throws {
        var files = try ShippedRules.files()
        let before = files["rarity.yaml"]
        files["rarity.yaml"] = before?.replacing(right, with: wrong)
        #expect(files["rarity.yaml"] != before)
        let problem = try #require(ModerationRules.problems(in: files).first)
        #expect(problem.file == "rarity.yaml" && problem.line != nil, "\(problem)")
    }
}
