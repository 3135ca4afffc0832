/// How far two readings agree about one matter, as far as it can be said at all.
package enum Agreement: Hashable, Sendable {
    /// Fewer concerns were read twice than a figure needs.
    case notYet(count: Int, least: Int)
    /// Everybody always said the same one thing: alpha is undefined, and nothing shows whether readers can tell it apart.
    case withoutVariation(count: Int)
    case measured(MeasuredAgreement)

    /// - Parameters:
    ///   - least: with fewer concerns no figure is given.
    ///   - generator: for the bootstrap; the same numbers give the same interval.
    package init(
        on matter: CodedMatter, of concerns: [CodedTwice], least: Int,
        using generator: inout some RandomNumberGenerator
    ) {
        let codings = matter.codings(of: concerns)
        guard codings.unitCount >= least, let same = codings.sameShare else {
            self = .notYet(count: codings.unitCount, least: least)
            return
        }
        guard let alpha = codings.alpha else {
            self = .withoutVariation(count: codings.unitCount)
            return
        }
        self = .measured(
            MeasuredAgreement(
                count: codings.unitCount, same: same, alpha: alpha, interval: codings.interval(using: &generator),
                kappa: cohensKappa(concerns.map { (matter.code(of: $0.first), matter.code(of: $0.second)) })))
    }
}

/// Figures of agreement.
package struct MeasuredAgreement: Hashable, Sendable {
    /// How many concerns were read twice.
    package let count: Int
    /// The share on which both readings said the same, 0 to 1.
    package let same: Double
    /// Krippendorff’s alpha.
    package let alpha: Double
    /// In which alpha lies with 95 per cent confidence; nil where there is too little variation for one.
    package let interval: ClosedRange<Double>?
    /// Cohen’s kappa, unweighted; nil where it is undefined.
    package let kappa: Double?

    package init(count: Int, same: Double, alpha: Double, interval: ClosedRange<Double>?, kappa: Double?) {
        self.count = count
        self.same = same
        self.alpha = alpha
        self.interval = interval
        self.kappa = kappa
    }

    /// What the figures allow.
    ///
    /// - Parameters:
    ///   - aim: from it on codes can carry figures; customarily .80 (Krippendorff, “Content Analysis”, 4th edition, 2019,
    ///     12.4).
    ///   - lowest: from it on they allow tentative conclusions; customarily .667 (the same).
    package func verdict(aim: Double, lowest: Double) -> AgreementVerdict {
        if alpha < lowest { return .tooLow }
        if alpha < aim { return .tentative }
        guard let interval, interval.lowerBound >= aim else { return .reachedInDoubt }
        return .reached
    }
}

/// What a measured agreement allows.
package enum AgreementVerdict: String, CaseIterable, Hashable, Sendable {
    /// The whole interval lies at the aim or above.
    case reached
    /// Alpha reaches the aim; its interval does not, or there is none.
    case reachedInDoubt = "reached-in-doubt"
    case tentative
    case tooLow = "too-low"
}
