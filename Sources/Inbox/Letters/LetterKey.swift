/// The key of a line in the head of a letter.
enum LetterKey: String, CaseIterable {
    case date, council, area, children, age, language, share, channel

    /// Whether nobody begins a mail so by chance; “Date:” and “Language:” may be a line of text.
    var opensHeadInMail: Bool { self != .date && self != .language }

    /// The key and value of a line; nil where it has another shape or key.
    static func parted(_ line: Substring) -> (key: LetterKey, value: String)? {
        guard let colon = line.prefix(40).firstIndex(where: { $0 == ":" || $0 == "：" }),
            let key = LetterKey(rawValue: line[..<colon].trimmingSpace.lowercased())
        else { return nil }
        return (key, String(line[line.index(after: colon)...].trimmingSpace))
    }

    /// The sentence for a line that was not understood; it names key and line, never the value.
    func correction(line: Int, isRepeated: Bool) -> String {
        let name = rawValue.prefix(1).uppercased() + rawValue.dropFirst()
        if isRepeated { return "Line \(line): \(name) stands here a second time. Write it once." }
        return "Line \(line): \(name) was not understood. \(remedy)"
    }

    /// The sentence for a line with a key that there is not; like the others it names neither.
    static func unknownCorrection(line: Int) -> String {
        let names = allCases.map { $0.rawValue.prefix(1).uppercased() + $0.rawValue.dropFirst() }
        return "Line \(line) begins like a key that is not known, and stays in the text. The keys are "
            + "\(names.dropLast().joined(separator: ", ")) and \(names.last ?? "")."
    }

    /// Whether a line looks like one of a head whose key was mistyped: it has a key’s shape, and is nearly one or stands
    /// above one.
    static func isMistaken(_ line: Substring, above rest: Substring) -> Bool {
        guard let colon = line.prefix(24).firstIndex(where: { $0 == ":" || $0 == "：" }) else { return false }
        let typed = line[..<colon].trimmingSpace.lowercased()
        guard (3...20).contains(typed.count), typed.allSatisfy({ $0.isLetter || $0 == " " || $0 == "-" }) else {
            return false
        }
        if allCases.contains(where: { isNearly(typed, $0.rawValue) }) { return true }
        let below = rest.split(separator: "\n", maxSplits: allCases.count, omittingEmptySubsequences: false)
            .prefix(allCases.count).prefix { !$0.allSatisfy(\.isWhitespace) }
        return below.contains { parted($0) != nil }
    }

    /// One letter more, less or other, or two that changed places.
    private static func isNearly(_ typed: String, _ key: String) -> Bool {
        let (one, other) = (Array(typed), Array(key))
        guard abs(one.count - other.count) <= 1, other.count > 3 else { return false }
        let start = zip(one, other).prefix { $0 == $1 }.count
        let end = zip(one[start...].reversed(), other[start...].reversed()).prefix { $0 == $1 }.count
        let (left, right) = (one[start..<(one.count - end)], other[start..<(other.count - end)])
        return max(left.count, right.count) <= 1 || left.count == 2 && left.elementsEqual(right.reversed())
    }

    private var remedy: String {
        switch self {
        case .date: "Write the day as 2026-03-02, 2 March 2026 or 02/03/2026."
        case .council: "Write the council’s name or code in one line."
        case .area: "Write an area such as looked-after or care leavers, and a comma between two."
        case .children: "Write how many children it speaks for, as a number from 1 to 99."
        case .age: "Write under-11, 11-15, 16-17, 18-plus or the age as a number."
        case .language: "Write a language such as Polish, or its code, such as pl."
        case .share: "Write words or counted."
        case .channel: "Write email, sms, advocate or paper."
        }
    }
}

extension Substring {
    var trimmingEnd: Substring {
        guard let last = lastIndex(where: { !$0.isWhitespace }) else { return prefix(0) }
        return self[...last]
    }

    var trimmingSpace: Substring {
        let start = drop(while: \.isWhitespace)
        guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return start }
        return start[...last]
    }
}
