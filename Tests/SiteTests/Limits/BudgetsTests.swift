import Concerns
import TestSupport
import Testing

@testable import PublicSite

struct BudgetsTests {
    private let budgets = Budgets { Seeded(1) }
    private let home = Network(text: "203.0.113.5")
    private let school = Network(text: "2001:db8:1::1")

    @Test func `a whole school may tell at once; a program is slowed and then asked to come again`() async throws {
        try #require(home != nil && school != nil)
        for count in 1...Budgets.formsAtMost + 5 {
            let standing = await budgets.countForm(of: home, atSecond: 0)
            let expected: Budgets.Standing =
                count <= Budgets.formsAtEase ? .within : count <= Budgets.formsAtMost ? .slowed : .over
            #expect(standing == expected, "form \(count)")
        }
        #expect(await budgets.countForm(of: school, atSecond: 0) == .within)
        #expect(await budgets.countForm(of: home, atSecond: 599) == .over)
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

    @Test func `from the tenth copy on words are too many, for ten minutes`() async {
        for copy in 1...20 {
            let original = Original(copy.isMultiple(of: 2) ? "Close it  down\n" : "close it down")
            #expect(await words.areTooMany(original, atSecond: 0) == (copy >= 10), "copy \(copy)")
        }
        #expect(await words.areTooMany(Original("Close it up"), atSecond: 0) == false)
        #expect(await words.areTooMany(Original("close it down"), atSecond: 600) == false)
    }
}
