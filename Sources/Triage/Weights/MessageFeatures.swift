/// What a message shows of itself to the linear model: its words, neighbouring words, pieces of words, and meanings.
///
/// Words are compared folded, as phrases are. Pieces of words find what is misspelt; meanings find what is said in other
/// words. Each feature counts once however often it stands there.
struct MessageFeatures {
    /// What kind of thing a feature is; part of its name in the file of weights.
    enum Kind: UInt8, CaseIterable {
        /// A word, two neighbours, two with one between, four letters of a word.
        case word = 1, pair, skip, piece
        /// What a rule says, and how long the message is and how it came.
        case rule, shape
        /// A meaning, and two near words at least one of which stands for its meaning.
        case meaning, near

        var name: String {
            switch self {
            case .word: "word"
            case .pair: "pair"
            case .skip: "skip"
            case .piece: "piece"
            case .rule: "rule"
            case .shape: "shape"
            case .meaning: "meaning"
            case .near: "near"
            }
        }

        static func named(_ name: String) -> Kind? { allCases.first { $0.name == name } }
    }

    struct Feature {
        let key: FeatureKey
        let kind: Kind
        /// The first and last of the words it stands on; empty for what is no word.
        let words: Range<Int>
        /// For a piece, where in its word it begins; for words that stand for a meaning, which, or -1 for themselves.
        var start = 0
        var other = -1
    }

    private let reading: Reading
    private let meanings: Meanings
    /// For each word the lists of meanings that hold it.
    private let meant: [UInt64]
    private(set) var features: [Feature] = []
    /// The names of what rules said, by the place of their feature.
    private var names: [Int: String] = [:]
    private var seen: KeySet
    private var wordScale: Float = 1
    private var pieceScale: Float = 1
    private var nearScale: Float = 1

    init(_ reading: Reading, meanings: Meanings) {
        self.reading = reading
        self.meanings = meanings
        meant = reading.words.map { meanings.lists.lists(of: reading.letters[$0.folded]).rawValue }
        seen = KeySet(reserving: reading.words.count * 20)
        features.reserveCapacity(reading.words.count * 20)
        let hashes = reading.words.map { FeatureKey.hash(reading.letters[$0.folded]) }
        for index in hashes.indices { addWord(index, hashes) }
        var counts = [Int](repeating: 0, count: 9)
        for feature in features { counts[Int(feature.kind.rawValue)] += 1 }
        let (pieces, near) = (counts[Int(Kind.piece.rawValue)], counts[Int(Kind.near.rawValue)])
        wordScale = 3 / Float(max(9, features.count - pieces - near - counts[Int(Kind.meaning.rawValue)])).squareRoot()
        pieceScale = 3 / Float(max(9, pieces)).squareRoot()
        nearScale = 3 / Float(max(9, near)).squareRoot()
    }

    /// Adds what the rules say, each by its name.
    mutating func add(rules: [String], kind: Kind = .rule) {
        for rule in rules {
            let count = features.count
            add(Feature(key: Self.key(kind, rule), kind: kind, words: 0..<0))
            if features.count > count { names[count] = rule }
        }
    }

    /// What a feature counts: the longer a message, the less each of its words; a rule always the same.
    func scale(of kind: Kind) -> Float {
        switch kind {
        case .word, .pair, .skip: wordScale
        case .piece: pieceScale
        case .near: nearScale
        case .meaning: 0.5
        case .rule, .shape: 1
        }
    }

    /// The key that a feature of this kind and text has.
    static func key(_ kind: Kind, _ text: some StringProtocol) -> FeatureKey {
        var key = FeatureKey(kind: kind.rawValue)
        switch kind {
        case .word, .pair, .skip, .meaning, .near:
            for word in text.split(separator: " ", omittingEmptySubsequences: false) {
                key.add(FeatureKey.hash(word.unicodeScalars.lazy.map(\.value)))
            }
        case .piece, .rule, .shape: key.add(FeatureKey.hash(text.unicodeScalars.lazy.map(\.value)))
        }
        return key
    }

    /// What the feature at a place is called in the file of weights.
    func text(at place: Int) -> String {
        let feature = features[place]
        if let name = names[place] { return name }
        switch feature.kind {
        case .word, .rule, .shape: return word(feature.words.lowerBound)
        case .meaning: return meanings.names[feature.start]
        case .pair, .skip: return "\(word(feature.words.lowerBound)) \(word(feature.words.upperBound - 1))"
        case .near:
            let first = feature.start < 0 ? word(feature.words.lowerBound) : meanings.names[feature.start]
            return first + " "
                + (feature.other < 0 ? word(feature.words.upperBound - 1) : meanings.names[feature.other])
        case .piece:
            let padded = [Self.edge] + reading.letters[reading.words[feature.words.lowerBound].folded] + [Self.edge]
            let piece = padded[feature.start..<(feature.start + Self.pieceLength)]
            return String(String.UnicodeScalarView(piece.compactMap(Unicode.Scalar.init)))
        }
    }

    private func word(_ index: Int) -> String { reading.text(reading.words[index]) }

    private mutating func addWord(_ index: Int, _ hashes: [UInt64]) {
        add(.word, [hashes[index]], index..<(index + 1))
        var left = meant[index]
        while left != 0 {
            let meaning = left.trailingZeroBitCount
            left &= left - 1
            var key = FeatureKey(kind: Kind.meaning.rawValue)
            key.add(meanings.hashes[meaning])
            add(Feature(key: key, kind: .meaning, words: index..<(index + 1), start: meaning))
        }
        for (distance, kind) in [(1, Kind.pair), (2, .skip)] where index + distance < hashes.count {
            let next = index + distance
            guard reading.words[index].sentence == reading.words[next].sentence else { continue }
            add(kind, [hashes[index], hashes[next]], index..<(next + 1))
            addNear(index, next, hashes)
        }
        addPieces(of: index)
    }

    /// Two words by their meanings, and each by its meaning beside the other as it stands.
    private mutating func addNear(_ index: Int, _ next: Int, _ hashes: [UInt64]) {
        guard meant[index] | meant[next] != 0 else { return }
        var first = meant[index]
        while first != 0 {
            let left = first.trailingZeroBitCount
            first &= first - 1
            var second = meant[next]
            while second != 0 {
                let right = second.trailingZeroBitCount
                second &= second - 1
                addNear(meanings.hashes[left], meanings.hashes[right], index..<(next + 1), left, right)
            }
            addNear(meanings.hashes[left], hashes[next], index..<(next + 1), left, -1)
        }
        var second = meant[next]
        while second != 0 {
            let right = second.trailingZeroBitCount
            second &= second - 1
            addNear(hashes[index], meanings.hashes[right], index..<(next + 1), -1, right)
        }
    }

    private mutating func addNear(_ one: UInt64, _ other: UInt64, _ words: Range<Int>, _ left: Int, _ right: Int) {
        var key = FeatureKey(kind: Kind.near.rawValue)
        key.add(one)
        key.add(other)
        add(Feature(key: key, kind: .near, words: words, start: left, other: right))
    }

    private mutating func addPieces(of index: Int) {
        let letters = reading.letters[reading.words[index].folded]
        guard letters.count > 2 else { return }
        // The word between two edges, read in one go.
        let count = min(letters.count + 2, Self.longestWord)
        func letter(_ place: Int) -> UInt32 {
            place == 0 || place == letters.count + 1 ? Self.edge : letters[letters.startIndex + place - 1]
        }
        guard count >= Self.pieceLength else { return }
        for start in 0...(count - Self.pieceLength) {
            var hash = FeatureKey.start
            for place in start..<(start + Self.pieceLength) { hash = FeatureKey.hash(hash, and: letter(place)) }
            var key = FeatureKey(kind: Kind.piece.rawValue)
            key.add(hash)
            add(Feature(key: key, kind: .piece, words: index..<(index + 1), start: start))
        }
    }

    private mutating func add(_ kind: Kind, _ parts: [UInt64], _ words: Range<Int>) {
        var key = FeatureKey(kind: kind.rawValue)
        for part in parts { key.add(part) }
        add(Feature(key: key, kind: kind, words: words))
    }

    private mutating func add(_ feature: Feature) {
        if seen.insert(feature.key.value) { features.append(feature) }
    }

    private static let pieceLength = 4
    private static let longestWord = 18
    /// Stands for the beginning and the end of a word.
    private static let edge: UInt32 = 0x5F
}
