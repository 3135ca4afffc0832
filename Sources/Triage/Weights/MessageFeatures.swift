/// What a message shows of itself to the linear model: its words, neighbouring words, and pieces of words.
///
/// Words are compared folded, as phrases are. Pieces of words find what is misspelt. Each feature counts once however
/// often it stands there.
struct MessageFeatures {
    /// What kind of thing a feature is; part of its name in the file of weights.
    enum Kind: UInt8, CaseIterable {
        /// A word, two neighbours, two with one between, four letters of a word.
        case word = 1, pair, skip, piece
        /// What a rule says, and how long the message is and how it came.
        case rule, shape

        var name: String {
            switch self {
            case .word: "word"
            case .pair: "pair"
            case .skip: "skip"
            case .piece: "piece"
            case .rule: "rule"
            case .shape: "shape"
            }
        }

        static func named(_ name: String) -> Kind? { allCases.first { $0.name == name } }
    }

    struct Feature {
        let key: FeatureKey
        let kind: Kind
        /// The first and last of the words it stands on; empty for what is no word.
        let words: Range<Int>
        /// For a piece, where in its word it begins.
        let start: Int
    }

    private let reading: Reading
    private(set) var features: [Feature] = []
    /// The names of what rules said, by the place of their feature.
    private var names: [Int: String] = [:]
    private var seen: KeySet
    private var wordScale: Float = 1
    private var pieceScale: Float = 1

    init(_ reading: Reading) {
        self.reading = reading
        seen = KeySet(reserving: reading.words.count * 10)
        features.reserveCapacity(reading.words.count * 10)
        let hashes = reading.words.map { FeatureKey.hash(reading.letters[$0.folded]) }
        for index in hashes.indices { addWord(index, hashes) }
        let pieces = features.count { $0.kind == .piece }
        wordScale = 3 / Float(max(9, features.count - pieces)).squareRoot()
        pieceScale = 3 / Float(max(9, pieces)).squareRoot()
    }

    /// Adds what the rules say, each by its name.
    mutating func add(rules: [String], kind: Kind = .rule) {
        for rule in rules {
            let count = features.count
            add(Self.key(kind, rule), kind, 0..<0)
            if features.count > count { names[count] = rule }
        }
    }

    /// What a feature counts: the longer a message, the less each of its words; a rule always the same.
    func scale(of kind: Kind) -> Float {
        switch kind {
        case .word, .pair, .skip: wordScale
        case .piece: pieceScale
        case .rule, .shape: 1
        }
    }

    /// The key that a feature of this kind and text has.
    static func key(_ kind: Kind, _ text: some StringProtocol) -> FeatureKey {
        var key = FeatureKey(kind: kind.rawValue)
        switch kind {
        case .word, .pair, .skip:
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
        case .pair, .skip: return "\(word(feature.words.lowerBound)) \(word(feature.words.upperBound - 1))"
        case .piece:
            let padded = [Self.edge] + reading.letters[reading.words[feature.words.lowerBound].folded] + [Self.edge]
            let piece = padded[feature.start..<(feature.start + Self.pieceLength)]
            return String(String.UnicodeScalarView(piece.compactMap(Unicode.Scalar.init)))
        }
    }

    private func word(_ index: Int) -> String { reading.text(reading.words[index]) }

    private mutating func addWord(_ index: Int, _ hashes: [UInt64]) {
        let words = reading.words
        add(.word, [hashes[index]], index..<(index + 1))
        if index + 1 < hashes.count, words[index].sentence == words[index + 1].sentence {
            add(.pair, [hashes[index], hashes[index + 1]], index..<(index + 2))
        }
        if index + 2 < hashes.count, words[index].sentence == words[index + 2].sentence {
            add(.skip, [hashes[index], hashes[index + 2]], index..<(index + 3))
        }
        addPieces(of: index)
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
            if seen.insert(key.value) {
                features.append(Feature(key: key, kind: .piece, words: index..<(index + 1), start: start))
            }
        }
    }

    private mutating func add(_ kind: Kind, _ parts: [UInt64], _ words: Range<Int>) {
        var key = FeatureKey(kind: kind.rawValue)
        for part in parts { key.add(part) }
        add(key, kind, words)
    }

    private mutating func add(_ key: FeatureKey, _ kind: Kind, _ words: Range<Int>) {
        if seen.insert(key.value) { features.append(Feature(key: key, kind: kind, words: words, start: 0)) }
    }

    private static let pieceLength = 4
    private static let longestWord = 18
    /// Stands for the beginning and the end of a word.
    private static let edge: UInt32 = 0x5F
}
