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
    var trimmingSpace: Substring {
        let start = drop(while: \.isWhitespace)
        guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return start }
        return start[...last]
    }
}
