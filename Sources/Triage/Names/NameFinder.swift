import Concerns

/// Names and places, by what the rules found and by what the words around say.
///
/// What the rules found stays unless the words around speak strongly against it; what they missed is added where the
/// words around speak for it. Telephone numbers, accounts and the like are told by their shape and always stay.
struct NameFinder {
    /// How likely a word must be part of a name to be covered: low, since a moderator takes away what is too much with
    /// one key and a name that slips through is read by others.
    static let (likely, unlikely): (Float, Float) = (0.12, 0.02)

    private let finder: IdentifierFinder
    private let weights: NameWeights

    init(_ finder: IdentifierFinder, weights: NameWeights) {
        self.finder = finder
        self.weights = weights
    }

    /// - Parameter ruled: what the rules found, apart from one another.
    func finds(beside ruled: [Redaction]) -> [IdentifierFind] {
        let reading = finder.reading
        let labels = NameLabel.labels(of: reading, ruled.map { ($0.scalars, $0.kind) })
        let contexts = NameContexts(finder, ruled: labels)
        let shares = reading.words.indices.map { weights.shares(contexts, at: $0) }
        var finds: [IdentifierFind] = []
        for redaction in ruled {
            let isShape = NameLabel(redaction.kind) == .number || NameLabel(redaction.kind) == .plain
            let surest = sureness(of: redaction.scalars, shares)
            if isShape || surest >= Self.unlikely {
                finds.append(IdentifierFind(redaction, because: .rule, confidence: max(surest, isShape ? 0.95 : 0.5)))
            }
        }
        finds += added(shares, butNot: covered(by: finds, besides: finder.publicNumbers()))
        finds = finds.map { grown($0, shares) }
        finds += mentionedAgain(finds)
        return Self.apart(finds)
    }

    /// For each word whether a find, or another of these words, covers it.
    private func covered(by finds: [IdentifierFind], besides words: Set<Int> = []) -> [Bool] {
        var covered = [Bool](repeating: false, count: finder.reading.words.count)
        for word in words { covered[word] = true }
        for find in finds { for word in finder.reading.words(within: find.redaction.scalars) { covered[word] = true } }
        return covered
    }

    private func sureness(of scalars: Range<Int>, _ shares: [NameWeights.Row]) -> Float {
        finder.reading.words(within: scalars).map { 1 - shares[$0][NameLabel.plain.rawValue] }.max() ?? 0
    }

    /// With the neighbours that belong to the same name: joined to it by a hyphen, or likely enough beside it.
    private func grown(_ find: IdentifierFind, _ shares: [NameWeights.Row]) -> IdentifierFind {
        guard NameLabel(find.redaction.kind) != .number, NameLabel(find.redaction.kind) != .plain else { return find }
        let words = finder.reading.words(within: find.redaction.scalars)
        var (start, end) = (words.lowerBound, words.upperBound)
        while start > 0, start > words.lowerBound - 3, belongs(start - 1, acrossGapAfter: start - 1, shares) {
            start -= 1
        }
        while end < shares.count, end < words.upperBound + 3, belongs(end, acrossGapAfter: end - 1, shares) { end += 1 }
        let label = NameLabel(find.redaction.kind)
        if label == .place, isHyphened(end - 1), isHyphened(end), finder.isWord(end, anyOf: Self.namedBetween) {
            end += 2
        }
        if label == .person, finder.isJoined(end - 1), isInitial(end) { end += 1 }
        if label != .person, finder.isJoined(end - 1), finder.isIn(Self.placeWords, end) { end += 1 }
        if label == NameLabel(.home) || label == NameLabel(.address) || label == NameLabel(.place) {
            if isNumber(start - 1), finder.isJoined(start - 1), finder.inSameSentence(start - 1, start) { start -= 1 }
            if isNumber(end), finder.isJoined(end - 1), !finder.isWord(end + 1, anyOf: Self.counted) { end += 1 }
        }
        guard start < words.lowerBound || end > words.upperBound else { return find }
        let scalars = finder.reading.scalars(of: start..<end)
        let whole =
            min(
                scalars.lowerBound, find.redaction.scalars.lowerBound)..<max(
                scalars.upperBound, find.redaction.scalars.upperBound)
        return IdentifierFind(Redaction(whole, find.redaction.kind), because: find.reason, confidence: find.confidence)
    }

    /// Whether a hyphen ties it to the next word, as in “Ross-on-Wye”.
    private func isHyphened(_ word: Int) -> Bool {
        word + 1 < finder.reading.words.count && finder.reading.gap(after: word).elementsEqual(["-"])
    }

    private static let namedBetween = ["on", "upon", "under", "by", "in", "le", "the", "super"]

    /// “blessing o.”: a letter that stands for a surname, and is none of those that say something by themselves.
    private func isInitial(_ word: Int) -> Bool {
        guard finder.reading.words.indices.contains(word), finder.letters(word).count == 1,
            finder.reading.words[word].hasLetter, !finder.isWord(word, anyOf: Self.ownWords)
        else { return false }
        return finder.reading.gap(after: word).first == "." || finder.isCapital(word) && finder.isMixedCase
    }

    private static let ownWords = ["i", "a", "x", "u", "n", "r", "k", "y"]

    /// What a place is called behind its name.
    private static let placeWords: RedactionLists = [
        .homes, .schools, .weakSchools, .streets, .organisations,
    ]

    /// A house number: “14 Priory”, “Hawthorn 2”.
    private func isNumber(_ word: Int) -> Bool {
        guard finder.reading.words.indices.contains(word), finder.reading.words[word].hasDigit else { return false }
        let digits = finder.letters(word).prefix(while: IdentifierFinder.isDigit).count
        return (1...3).contains(digits) && finder.letters(word).count - digits <= 1
    }

    private static let counted = [
        "am", "pm", "times", "days", "nights", "weeks", "months", "years", "hours", "mins", "minutes", "kids", "staff",
        "of", "wks", "yrs", "hrs", "people", "children", "young", "lads", "girls", "boys", "more", "other", "others",
    ]

    private func belongs(_ word: Int, acrossGapAfter gap: Int, _ shares: [NameWeights.Row]) -> Bool {
        guard finder.isLetters(word), finder.reading.words[word].sentence == finder.reading.words[gap].sentence else {
            return false
        }
        if finder.reading.gap(after: gap).elementsEqual(["-"]) { return !finder.isIn(.ordinary, word) }
        return finder.isJoined(gap) && 1 - shares[word][NameLabel.plain.rawValue] >= Self.beside
    }

    /// How likely a word beside a name must be part of it.
    private static let beside: Float = 0.05

    /// Stretches of neighbouring words that the words around make likely.
    private func added(_ shares: [NameWeights.Row], butNot covered: [Bool]) -> [IdentifierFind] {
        var finds: [IdentifierFind] = []
        var start = 0
        while start < shares.count {
            guard !covered[start], isLikely(shares[start], start) else {
                start += 1
                continue
            }
            let label = Self.best(shares[start])
            var end = start + 1
            while end < shares.count, !covered[end], isLikely(shares[end], end),
                Self.best(shares[end]) == label,
                finder.isJoined(end - 1, by: " -'’.")
            {
                end += 1
            }
            if let kind = label.kind {
                let scalars = finder.reading.scalars(of: start..<end)
                let surest = (start..<end).map { 1 - shares[$0][NameLabel.plain.rawValue] }.max() ?? 0
                finds.append(IdentifierFind(Redaction(scalars, kind), because: .context, confidence: surest))
            }
            start = end
        }
        return finds
    }

    /// Councils, days and the like are no names whatever stands around them, nor is “landline” a number.
    private func isLikely(_ shares: NameWeights.Row, _ word: Int) -> Bool {
        1 - shares[NameLabel.plain.rawValue] >= Self.likely && !finder.isCouncil(word)
            && !(Self.best(shares) == .number && finder.onlySpeaksOfNumber(word))
    }

    private static func best(_ shares: NameWeights.Row) -> NameLabel {
        let others = NameLabel.allCases.dropFirst()
        return others.max { shares[$0.rawValue] < shares[$1.rawValue] } ?? .person
    }

    /// A name once found is a name wherever it stands, unless it is an ordinary word too.
    private func mentionedAgain(_ finds: [IdentifierFind]) -> [IdentifierFind] {
        let reading = finder.reading
        var names: [(hash: UInt64, kind: IdentifierKind)] = []
        for find in finds where find.redaction.kind == .person || find.redaction.kind == .place {
            guard find.confidence >= 0.5 else { continue }
            for word in reading.words(within: find.redaction.scalars)
            where finder.letters(word).count > 2 && isOwnName(word) {
                names.append((reading.hashes[word], find.redaction.kind))
            }
        }
        guard !names.isEmpty else { return [] }
        let covered = covered(by: finds)
        return reading.words.indices.compactMap { word in
            guard !covered[word], let name = names.last(where: { $0.hash == reading.hashes[word] }) else { return nil }
            return IdentifierFind(
                Redaction(reading.scalars(of: word..<(word + 1)), name.kind), because: .mentionedBefore,
                confidence: 0.6)
        }
    }

    private func isOwnName(_ word: Int) -> Bool { finder.isUnknown(word) || finder.isNameLike(word) }

    /// Sorted; of two that overlap the first keeps its kind and grows to hold both.
    static func apart(_ finds: [IdentifierFind]) -> [IdentifierFind] {
        var apart: [IdentifierFind] = []
        for find in finds.sorted(by: { $0.redaction.scalars.lowerBound < $1.redaction.scalars.lowerBound }) {
            if let last = apart.last, find.redaction.scalars.lowerBound < last.redaction.scalars.upperBound {
                let end = max(last.redaction.scalars.upperBound, find.redaction.scalars.upperBound)
                let whole = Redaction(last.redaction.scalars.lowerBound..<end, last.redaction.kind)
                apart[apart.count - 1] = IdentifierFind(
                    whole, because: last.reason, confidence: max(last.confidence, find.confidence))
            } else {
                apart.append(find)
            }
        }
        return apart
    }
}
