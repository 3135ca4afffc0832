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

    /// Small, since a message has thousands.
    struct Feature {
        let key: FeatureKey
        let kind: Kind
        private let firstWord: Int32
        private let wordCount: Int8
        /// For a piece, where in its word it begins; for words that stand for a meaning, which, or -1 for themselves.
        let start: Int8
        let other: Int8

        init(_ key: FeatureKey, _ kind: Kind, _ words: Range<Int>, start: Int = 0, other: Int = -1) {
            self.key = key
            self.kind = kind
            firstWord = Int32(words.lowerBound)
            wordCount = Int8(words.count)
            self.start = Int8(start)
            self.other = Int8(other)
        }

        /// The first and last of the words it stands on; empty for what is no word.
        var words: Range<Int> { Int(firstWord)..<Int(firstWord) + Int(wordCount) }
    }

    private let reading: Reading
    private let meanings: Meanings
    /// For each word the lists of meanings that hold it.
    private let meant: [UInt64]
    private(set) var features: [Feature] = []
    /// The names of what rules said, by the place of their feature.
    private var names: [Int: String] = [:]
    private var seen: KeySet
    /// What a feature of each kind counts, by the kind’s number.
    private var scales: [Float]

    init(_ reading: Reading, meanings: Meanings) {
        self.reading = reading
        self.meanings = meanings
        meant = meanings.lists.lists(of: reading).map(\.rawValue)
        seen = KeySet(reserving: reading.words.count * 20)
        scales = [Float](repeating: 1, count: Kind.allCases.count + 1)
        features.reserveCapacity(reading.words.count * 20)
        for index in reading.words.indices { addWord(index) }
        var counts = [Int](repeating: 0, count: scales.count)
        for feature in features { counts[Int(feature.kind.rawValue)] += 1 }
        func setScale(_ kinds: [Kind]) {
            let count = kinds.reduce(0) { $0 + counts[Int($1.rawValue)] }
            for kind in kinds { scales[Int(kind.rawValue)] = 3 / Float(max(9, count)).squareRoot() }
        }
        setScale([.word, .pair, .skip])
        setScale([.piece])
        setScale([.near])
        scales[Int(Kind.meaning.rawValue)] = 0.5
    }

    /// Adds what the rules say, each by its name.
    mutating func add(rules: [String], kind: Kind = .rule) {
        for rule in rules {
            let count = features.count
            add(Feature(Self.key(kind, rule), kind, 0..<0))
            if features.count > count { names[count] = rule }
        }
    }

    /// What a feature counts: the longer a message, the less each of its words; a rule always the same.
    func scale(of kind: Kind) -> Float { scales[Int(kind.rawValue)] }

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
        case .meaning: return meanings.names[Int(feature.start)]
        case .pair, .skip: return "\(word(feature.words.lowerBound)) \(word(feature.words.upperBound - 1))"
        case .near:
            let (start, other) = (Int(feature.start), Int(feature.other))
            let first = start < 0 ? word(feature.words.lowerBound) : meanings.names[start]
            return first + " " + (other < 0 ? word(feature.words.upperBound - 1) : meanings.names[other])
        case .piece:
            let padded = [Self.edge] + reading.letters[reading.words[feature.words.lowerBound].folded] + [Self.edge]
            let piece = padded[Int(feature.start)..<(Int(feature.start) + Self.pieceLength)]
            return String(String.UnicodeScalarView(piece.compactMap(Unicode.Scalar.init)))
        }
    }

    private func word(_ index: Int) -> String { reading.text(reading.words[index]) }

    private mutating func addWord(_ index: Int) {
        let hashes = reading.hashes
        var key = FeatureKey(kind: Kind.word.rawValue)
        key.add(hashes[index])
        add(Feature(key, .word, index..<(index + 1)))
        for meaning in Bits(meant[index]) {
            var key = FeatureKey(kind: Kind.meaning.rawValue)
            key.add(meanings.hashes[meaning])
            add(Feature(key, .meaning, index..<(index + 1), start: meaning))
        }
        addNeighbours(.pair, index, index + 1)
        addNeighbours(.skip, index, index + 2)
        addPieces(of: index)
    }

    /// Two words of a sentence, as they stand and by their meanings.
    private mutating func addNeighbours(_ kind: Kind, _ index: Int, _ next: Int) {
        guard next < reading.words.count, reading.words[index].sentence == reading.words[next].sentence else { return }
        let words = index..<(next + 1)
        add(kind, reading.hashes[index], reading.hashes[next], words)
        let (first, second) = (meant[index], meant[next])
        guard first | second != 0 else { return }
        for left in Bits(first) {
            for right in Bits(second) { add(.near, meanings.hashes[left], meanings.hashes[right], words, left, right) }
            add(.near, meanings.hashes[left], reading.hashes[next], words, left, -1)
        }
        for right in Bits(second) { add(.near, reading.hashes[index], meanings.hashes[right], words, -1, right) }
    }

    /// Four letters each, the word standing between two edges.
    private mutating func addPieces(of index: Int) {
        let folded = reading.words[index].folded
        guard folded.count > 2 else { return }
        for start in 0...(min(folded.count + 2, Self.longestWord) - Self.pieceLength) {
            let end = start + Self.pieceLength
            var hash = FeatureKey.start
            if start == 0 { hash = FeatureKey.hash(hash, and: Self.edge) }
            for place in (max(1, start) - 1)..<(min(end, folded.count + 1) - 1) {
                hash = FeatureKey.hash(hash, and: reading.letters[folded.lowerBound + place])
            }
            if end == folded.count + 2 { hash = FeatureKey.hash(hash, and: Self.edge) }
            var key = FeatureKey(kind: Kind.piece.rawValue)
            key.add(hash)
            add(Feature(key, .piece, index..<(index + 1), start: start))
        }
    }

    private mutating func add(
        _ kind: Kind, _ one: UInt64, _ other: UInt64, _ words: Range<Int>, _ start: Int = 0, _ end: Int = -1
    ) {
        var key = FeatureKey(kind: kind.rawValue)
        key.add(one)
        key.add(other)
        add(Feature(key, kind, words, start: start, other: end))
    }

    private mutating func add(_ feature: Feature) {
        if seen.insert(feature.key.value) { features.append(feature) }
    }

    private static let pieceLength = 4
    private static let longestWord = 18
    /// Stands for the beginning and the end of a word.
    private static let edge: UInt32 = 0x5F
}

/// The places of the bits that are set.
private struct Bits: Sequence, IteratorProtocol {
    private var left: UInt64

    init(_ bits: UInt64) { left = bits }

    mutating func next() -> Int? {
        guard left != 0 else { return nil }
        defer { left &= left - 1 }
        return left.trailingZeroBitCount
    }
}
