/// What someone typed, read as a receipt: from the surest reading to the least sure, each held against the checksum.
extension ReceiptWords {
    /// The receipt that someone typed, or nil when it cannot be one or can be several.
    ///
    /// Case, spaces, line ends, hyphens, numbers before the words, wide and accented letters and invisible marks of
    /// direction do not matter, and a word is known by its first four letters. Spaces may be missing or misplaced. One
    /// letter of one word may be wrong, missing, too many, or swapped with its neighbour. The work is bounded, and all of
    /// it is done before anything slow.
    package func receipt(typed text: String) -> Receipt? {
        guard let typed = TypedLetters(text) else { return nil }
        let isSeven = typed.groups.count == Receipt.wordCount
        let together = typed.groups.flatMap { $0 }
        let readings = [
            { isSeven ? receipts(word: typed.groups) : [] },
            { receipts(together: together) },
            { isSeven ? receipts(mistyped: typed.groups) : receipts(mistypedTogether: together) },
        ]
        for reading in readings {
            let found = reading()
            if !found.isEmpty { return found.count == 1 ? found.first : nil }
        }
        return nil
    }

    private func receipts(word groups: [[UInt8]]) -> Set<Receipt> {
        receipts(among: [groups.compactMap(index)])
    }

    private func receipts(together letters: [UInt8]) -> Set<Receipt> {
        receipts(among: tilings(letters[...], into: Receipt.wordCount))
    }

    /// Seven words of which one is mistyped: the unknown one, or any when all are known and the checksum says no.
    private func receipts(mistyped groups: [[UInt8]]) -> Set<Receipt> {
        let known = groups.map(index)
        let unknown = known.indices.filter { known[$0] == nil }
        guard unknown.count <= 1 else { return [] }
        return (unknown.isEmpty ? Array(known.indices) : unknown).reduce(into: []) { found, place in
            let readings = indices(oneLetterFrom: groups[place][...], knowsStarts: true).map { meant in
                known.indices.map { $0 == place ? meant : known[$0] ?? meant }
            }
            found.formUnion(receipts(among: readings))
        }
    }

    /// Letters without usable spaces, with a mistyped word somewhere among six right ones.
    private func receipts(mistypedTogether letters: [UInt8]) -> Set<Receipt> {
        let lengths = (Self.wordLengths.lowerBound - 1)...(Self.wordLengths.upperBound + 1)
        var found: Set<Receipt> = []
        for before in 0..<Receipt.wordCount {
            for head in openings(letters[...], words: before) {
                for length in lengths where length <= head.rest.count {
                    let tails = tilings(head.rest.dropFirst(length), into: Receipt.wordCount - 1 - before)
                    if tails.isEmpty { continue }
                    for meant in indices(oneLetterFrom: head.rest.prefix(length), knowsStarts: false) {
                        found.formUnion(receipts(among: tails.map { head.words + [meant] + $0 }))
                    }
                }
            }
        }
        return found
    }

    private func receipts(among readings: [[Int]]) -> Set<Receipt> {
        Set(readings.compactMap { Receipt(indices: $0) })
    }

    private func index(of typed: [UInt8]) -> Int? { indexByStart[typed.prefix(Self.startLength)] }

    /// The ways in which `letters` are exactly so many whole words.
    private func tilings(_ letters: ArraySlice<UInt8>, into count: Int) -> [[Int]] {
        guard Self.wordLengths.lowerBound * count <= letters.count,
            letters.count <= Self.wordLengths.upperBound * count
        else { return [] }
        return openings(letters, words: count).filter(\.rest.isEmpty).map(\.words)
    }

    /// The ways in which `letters` begin with so many whole words; rarely more than one, as few words begin another.
    private func openings(_ letters: ArraySlice<UInt8>, words count: Int) -> [Opening] {
        (0..<count).reduce([Opening(words: [], rest: letters)]) { openings, _ in
            openings.flatMap { opening in
                [Self.startLength, Self.startLength - 1].compactMap { length in
                    guard let index = indexByStart[opening.rest.prefix(length)],
                        opening.rest.starts(with: self.letters[index])
                    else { return nil }
                    return Opening(
                        words: opening.words + [index], rest: opening.rest.dropFirst(self.letters[index].count))
                }
            }
        }
    }

    /// - Parameter knowsStarts: whether a word may also stand as its first four letters.
    private func indices(oneLetterFrom typed: ArraySlice<UInt8>, knowsStarts: Bool) -> [Int] {
        let typed = Array(typed)
        return letters.indices.filter { index in
            let word = letters[index]
            return Self.isOneLetter(from: typed, to: word, endingAt: word.count)
                || knowsStarts && word.count > Self.startLength
                    && Self.isOneLetter(from: typed, to: word, endingAt: Self.startLength)
        }
    }

    /// Whether one letter is another, is missing, is too many, or is swapped with the next.
    ///
    /// Asked of the whole list for a word, so it looks at letters in place and mostly at one.
    private static func isOneLetter(from typed: [UInt8], to word: [UInt8], endingAt end: Int) -> Bool {
        guard abs(typed.count - end) <= 1 else { return false }
        var same = 0
        while same < min(typed.count, end), typed[same] == word[same] { same += 1 }
        func isSameBehind(_ typedStart: Int, _ wordStart: Int) -> Bool {
            guard typed.count - typedStart == end - wordStart else { return false }
            var offset = 0
            while typedStart + offset < typed.count {
                if typed[typedStart + offset] != word[wordStart + offset] { return false }
                offset += 1
            }
            return true
        }
        if typed.count < end { return isSameBehind(same, same + 1) }
        if typed.count > end { return isSameBehind(same + 1, same) }
        if isSameBehind(same + 1, same + 1) { return true }
        return same + 1 < end && typed[same] == word[same + 1] && typed[same + 1] == word[same]
            && isSameBehind(same + 2, same + 2)
    }
}

/// Whole words that letters begin with, and the letters left.
private struct Opening {
    let words: [Int]
    let rest: ArraySlice<UInt8>
}
