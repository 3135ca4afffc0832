import Concerns
import Pages
import Triage

/// The view of `desk/risk`: how many children what is left of a text could be about, and what could be taken out.
struct RiskView: Sendable {
    let estimate: String
    let isRisky: Bool
    let hasRows: Bool
    let rows: [Row]
    let mustConfirm: Bool
    let confirmsRisk: Bool
    let riskProblem: String?

    struct Row: Sendable {
        /// The stretch, as a form brings it back.
        let value: String
        let covers: String
        /// What it says and how many children that fits.
        let says: String
        let source: String
        /// Words that would fit more children; nil where there are none.
        let wider: String?
    }

    /// - Returns: nil where nothing narrows the text down and there are enough children.
    init?(
        _ risk: ReidentificationRisk, in original: Original, confirms: Bool, problem: String?, words: Words
    ) {
        guard risk.isRisky || !risk.factors.isEmpty else { return nil }
        let scalars = Array(original.words.unicodeScalars)
        rows = risk.factors.map { factor in
            var covers = String.UnicodeScalarView()
            covers.append(contentsOf: scalars[factor.scalars])
            return Row(
                value: ReviewForm.Stretch(scalars: factor.scalars).description, covers: String(covers),
                says: words("riskFits", ["what": factor.name, "children": Self.oneIn(factor.share)]),
                source: factor.source, wider: factor.wider.map { words("riskWider", ["words": $0]) })
        }
        hasRows = !rows.isEmpty
        isRisky = risk.isRisky
        estimate = Self.estimate(risk, words: words)
        mustConfirm = risk.needsConfirming
        confirmsRisk = confirms
        riskProblem = problem
    }

    private static func estimate(_ risk: ReidentificationRisk, words: Words) -> String {
        guard let children = risk.childrenInCare, let fits = risk.fits else { return words("riskUnknown") }
        let about = fits < 1 ? words("riskLessThanOne") : "\(Int(fits.rounded(.down)))"
        let key = !risk.isRisky ? "riskMany" : risk.factors.isEmpty ? "riskFewInAll" : "riskFew"
        return words(
            key,
            ["fits": about, "children": "\(children)", "least": "\(risk.fewerThan)"])
    }

    private static func oneIn(_ share: Double) -> String { "\(Int((1 / share).rounded()))" }
}
