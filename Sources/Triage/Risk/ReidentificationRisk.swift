package import Concerns

/// How many children a text could be about, though nobody is named in it.
///
/// Method: population uniqueness, as in k-anonymity (Sweeney 2002): the children in care of the authority, times the share of
/// children that each circumstance told fits. Circumstances that go together make the plain product too small, so it is never
/// taken as less than the rarest share alone times ``RarityRules/dependence``. More circumstances never give a higher number,
/// nor does a smaller authority. It is an estimate for a moderator to think about, and no proof either way.
package struct ReidentificationRisk: Hashable, Sendable {
    /// One stretch of the text that narrows down who it may be about.
    package struct Factor: Hashable, Sendable {
        /// In Unicode scalars of the original.
        package let scalars: Range<Int>
        /// What it says: two stretches that say the same narrow once.
        package let name: String
        /// The share of children in care that it fits.
        package let share: Double
        /// Where the share is from; `[general]` is general knowledge.
        package let source: String
        /// Words that fit more children.
        package let wider: String?
    }

    /// In the order of the words.
    package let factors: [Factor]
    /// The children in care of the authority; nil where it or their number is not known.
    package let childrenInCare: Int?
    /// How many of them the text could be about; nil where their number is not known.
    package let fits: Double?
    /// Fewer than this may single a child out.
    package let fewerThan: Int
    /// Whether it may single a child out; where the number of children is not known, whether anything told is rare.
    package let isRisky: Bool
    /// Whether a moderator must say that it may stay: there is a risk, and something that could be taken out.
    package var needsConfirming: Bool { isRisky && !factors.isEmpty }

    init(_ factors: [Factor], among children: Int?, rules: RarityRules) {
        self.factors = factors
        childrenInCare = children
        fewerThan = rules.fewerThan
        let shares = Dictionary(factors.map { ($0.name, $0.share) }) { min($0, $1) }.values.sorted()
        guard let children else {
            fits = nil
            isRisky = shares.contains { $0 <= rules.rareShare }
            return
        }
        let together = shares.reduce(1, *)
        let share = shares.first.map { max(together, $0 * rules.dependence) } ?? 1
        let fits = Double(children) * share
        self.fits = fits
        isRisky = fits < Double(rules.fewerThan)
    }
}

extension Triage {
    /// How many children what is left of a message could be about.
    ///
    /// - Parameters:
    ///   - redactions: what is taken out; what they touch is not there any more.
    ///   - finds: what was found in the original; places and days among it narrow down too.
    ///   - children: the children in care of the authority it is about; nil where that is not known.
    package func risk(
        of original: Original, without redactions: [Redaction], finds: [Redaction], among children: Int?
    ) -> ReidentificationRisk {
        let reading = Reading(original.words)
        var factors = rules.rarity.book.finds(in: reading).map { find in
            ReidentificationRisk.Factor(rules.rarity.circumstances[find.owner], reading.scalars(of: find.words))
        }
        for find in finds where find.scalars.upperBound <= reading.scalars.count {
            if let narrowing = rules.rarity.kinds[find.kind] {
                factors.append(ReidentificationRisk.Factor(narrowing, find.scalars))
            }
        }
        factors += ages(in: reading)
        let left = factors.filter { factor in
            !redactions.contains { $0.scalars.overlaps(factor.scalars) }
        }
        return ReidentificationRisk(Self.inOrder(left), among: children, rules: rules.rarity)
    }

    /// Each stretch once for each thing that it says, the longest where one lies within another.
    private static func inOrder(_ factors: [ReidentificationRisk.Factor]) -> [ReidentificationRisk.Factor] {
        let longest = factors.sorted {
            ($0.scalars.lowerBound, -$0.scalars.upperBound, $0.name)
                < ($1.scalars.lowerBound, -$1.scalars.upperBound, $1.name)
        }
        return longest.reduce(into: []) { kept, factor in
            let isWithin = kept.contains { $0.name == factor.name && $0.scalars.overlaps(factor.scalars) }
            if !isWithin { kept.append(factor) }
        }
    }

    /// Ages in figures, such as “im 14”, “aged 9”, “a 15 year old” and “13yo”.
    ///
    /// They are looked for here and not among what leads to a person: an age alone is nothing to cover.
    private func ages(in reading: Reading) -> [ReidentificationRisk.Factor] {
        let words = reading.words
        return words.indices.compactMap { place in
            guard words[place].hasDigit else { return nil }
            let text = reading.text(words[place])
            let digits = text.prefix { $0.isASCII && $0.isNumber }
            guard digits.count <= 2, let years = Int(digits) else { return nil }
            let unit = String(text.dropFirst(digits.count))
            func isNear(_ other: Int, _ known: Set<String>) -> Bool {
                words.indices.contains(other) && words[other].sentence == words[place].sentence
                    && known.contains(reading.text(words[other]))
            }
            let isAge =
                unit.isEmpty
                ? isNear(place - 1, rules.rarity.wordsBeforeAge) || isNear(place + 1, rules.rarity.wordsAfterAge)
                : rules.rarity.wordsAfterAge.contains(unit)
            let narrowing = isAge ? rules.rarity.ages.first { $0.years.contains(years) }?.narrowing : nil
            return narrowing.map { ReidentificationRisk.Factor($0, words[place].range) }
        }
    }
}

extension ReidentificationRisk.Factor {
    fileprivate init(_ narrowing: RarityRules.Narrowing, _ scalars: Range<Int>) {
        self.init(
            scalars: scalars, name: narrowing.name, share: narrowing.share, source: narrowing.source,
            wider: narrowing.wider)
    }
}
