import Concerns
import TestSupport
import Testing

struct AgreementTests {
    /// Fifty units: both yes 20, both no 15, only the first yes 5, only the second 10.
    ///
    /// Observed .7; expected .5 · .6 + .5 · .4 = .5; kappa = (.7 − .5) / (1 − .5) = .4.
    @Test func `kappa stands observed against expected`() throws {
        let pairs =
            Array(repeating: (first: true, second: true), count: 20) + Array(repeating: (true, false), count: 5)
            + Array(repeating: (false, true), count: 10) + Array(repeating: (false, false), count: 15)
        #expect(abs(try #require(cohensKappa(pairs)) - 0.4) < 1e-12)
        #expect(cohensKappa(Array(repeating: (first: 1, second: 1), count: 9)) == nil)
        #expect(cohensKappa([(first: Int, second: Int)]()) == nil)
    }

    private static func concerns(_ count: Int, differingEvery step: Int) -> [CodedTwice] {
        (0..<count).map { number in
            let first: Urgency = number.isMultiple(of: 2) ? .concern : .praise
            let other: Urgency = first == .concern ? .praise : .concern
            let second = number % step == step - 1 ? other : first
            return CodedTwice(
                first: Coding(urgency: first, areas: [.lookedAfter]),
                second: Coding(urgency: second, areas: [.lookedAfter]))
        }
    }

    @Test func `with fewer than twenty concerns no figure is given`() {
        var random = Seeded(1)
        let agreement = Agreement(on: .urgency, of: Self.concerns(19, differingEvery: 5), least: 20, using: &random)
        #expect(agreement == .notYet(count: 19, least: 20))
    }

    @Test func `an area on which everybody always said the same has no figure`() {
        var random = Seeded(1)
        let concerns = Self.concerns(30, differingEvery: 5)
        for area in [JudgementArea.lookedAfter, .adoption] {
            let agreement = Agreement(on: .area(area), of: concerns, least: 20, using: &random)
            #expect(agreement == .withoutVariation(count: 30))
        }
    }

    /// Forty concerns of which eight differ: as many praised as not, so alpha = 1 − 79 · 8 / 1600 = .605; kappa = .6.
    @Test func `urgency is measured with an interval around it`() throws {
        var random = Seeded(1)
        guard
            case .measured(let measured) = Agreement(
                on: .urgency, of: Self.concerns(40, differingEvery: 5), least: 20, using: &random)
        else { return #expect(Bool(false)) }
        #expect(measured.count == 40 && measured.same == 0.8)
        let byHand = 1.0 - 632.0 / 1_600.0
        #expect(abs(measured.alpha - byHand) < 1e-9)
        #expect(abs(try #require(measured.kappa) - 0.6) < 1e-9)
        #expect(try #require(measured.interval).contains(measured.alpha))
        #expect(measured.verdict(aim: 0.8, lowest: 0.667) == .tooLow)
    }

    @Test func `a graver difference weighs more than a slight one`() throws {
        func alpha(_ strange: Urgency) throws -> Double {
            let rest = Urgency.allCases.map { urgency in
                CodedTwice(first: Coding(urgency: urgency, areas: []), second: Coding(urgency: urgency, areas: []))
            }
            let odd = CodedTwice(
                first: Coding(urgency: .dangerNow, areas: []), second: Coding(urgency: strange, areas: []))
            return try #require(CodedMatter.urgency.codings(of: rest + rest + [odd]).alpha)
        }
        #expect(try alpha(.safeguarding) > alpha(.praise))
    }

    @Test func `what the figures allow is said by alpha and by its interval`() {
        func verdict(_ alpha: Double, _ interval: ClosedRange<Double>?) -> AgreementVerdict {
            MeasuredAgreement(count: 40, same: 0.9, alpha: alpha, interval: interval, kappa: nil)
                .verdict(aim: 0.8, lowest: 0.667)
        }
        #expect(verdict(0.9, 0.81...0.97) == .reached)
        #expect(verdict(0.9, 0.7...0.97) == .reachedInDoubt)
        #expect(verdict(0.9, nil) == .reachedInDoubt)
        #expect(verdict(0.7, 0.6...0.8) == .tentative)
        #expect(verdict(0.6, 0.5...0.7) == .tooLow)
    }
}
