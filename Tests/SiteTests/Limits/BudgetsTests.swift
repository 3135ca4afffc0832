import Concerns
import TestSupport
import Testing

@testable import PublicSite

struct BudgetsTests {
    private let budgets = Budgets { Seeded(1) }
    private let home = Network(text: "203.0.113.5")
    private let school = Network(text: "2001:db8:1::1")

    @Test func `a whole school may tell at once; a program is slowed and then set aside`() async throws {
        try #require(home != nil && school != nil)
        for count in 1...Budgets.formsAtMost + 5 {
            let standing = await budgets.countForm(of: home, atSecond: 0)
            let expected: Budgets.Standing =
                count <= Budgets.formsAtEase ? .within : count <= Budgets.formsAtMost ? .slowed : .setAside
            #expect(standing == expected, "form \(count)")
        }
        #expect(await budgets.countForm(of: school, atSecond: 0) == .within)
        #expect(await budgets.countForm(of: home, atSecond: 599) == .setAside)
        #expect(await budgets.countForm(of: home, atSecond: 600) == .within)
    }

    @Test func `those without a network are slowed together, and never turned away`() async {
        for _ in 0..<Budgets.formsWithoutNetwork {
            #expect(await budgets.countForm(of: nil, atSecond: 0) == .within)
            await budgets.countWrongReceipt(of: nil, atSecond: 0)
        }
        for _ in 0..<2_000 {
            #expect(await budgets.countForm(of: nil, atSecond: 0) == .slowed)
            await budgets.countWrongReceipt(of: nil, atSecond: 0)
        }
        #expect(await budgets.standingOfReceipts(of: nil, atSecond: 0) == .slowed)
        #expect(await budgets.standingOfReceipts(of: home, atSecond: 0) == .within)
        #expect(await budgets.countForm(of: home, atSecond: 0) == .within)
    }

    @Test func `wrong receipts cost the guesser; asking costs nothing`() async throws {
        try #require(home != nil && school != nil)
        for wrong in 0..<Budgets.wrongReceiptsAtEase * 4 {
            for _ in 0..<3 {
                let standing = await budgets.standingOfReceipts(of: home, atSecond: 0)
                let expected: Budgets.Standing =
                    wrong < Budgets.wrongReceiptsAtEase ? .within : .slowed
                #expect(standing == expected, "after \(wrong)")
            }
            await budgets.countWrongReceipt(of: home, atSecond: 0)
        }
        #expect(await budgets.standingOfReceipts(of: school, atSecond: 0) == .within)
        #expect(await budgets.countForm(of: home, atSecond: 0) == .within)
        #expect(await budgets.standingOfReceipts(of: home, atSecond: 600) == .within)
    }
}

struct SameWordsTests {
    private let words = SameWords { Seeded(1) }

    private static let sentence = "close the whole of it down and do so today"

    @Test func `from the tenth kept copy on words are too many, for ten minutes`() async {
        for copy in 1...20 {
            let original = Original(
                copy.isMultiple(of: 2) ? "Close the  whole of it down\nand do so TODAY" : Self.sentence)
            #expect(await words.areTooMany(original, atSecond: 0) == (copy >= 10), "copy \(copy)")
            await words.count(original, atSecond: 0)
        }
        #expect(await words.areTooMany(Original("close the whole of it up and do so today"), atSecond: 0) == false)
        #expect(await words.areTooMany(Original(Self.sentence), atSecond: 600) == false)
    }

    @Test func `asking counts nothing, so that trying again while the disk is full makes no message spam`() async {
        for _ in 0..<50 { #expect(await words.areTooMany(Original(Self.sentence), atSecond: 0) == false) }
    }

    @Test(arguments: ["i hate it here", "My social worker never calls me back", "أكره هذا المكان", ""])
    func `a short sentence is many a child's own and never too many`(sentence: String) async {
        for _ in 0..<50 {
            #expect(await words.areTooMany(Original(sentence), atSecond: 0) == false)
            await words.count(Original(sentence), atSecond: 0)
        }
    }
}
