import Concerns

/// The lines on top of a message that say what it is about, such as `Council: Leeds`, as an advocate writes them by hand.
///
/// The keys are those of ``LetterKey``, in any case and order, one a line; a blank line, or any other line, ends the
/// head. A line that is not understood stays in the text, since it may be what the young person said.
enum LetterHead {
    /// - Parameter inMail: whether it is the body of a mail, where a first line such as “Date: …” or “Language: …” is more
    ///   likely to be text, so that only keys nobody begins a sentence with open a head.
    static func parted(_ text: String, inMail: Bool) -> (about: InboxAbout, text: String) {
        guard mayBegin(text) else { return (InboxAbout(), text) }
        var about = InboxAbout()
        var given: Set<LetterKey> = []
        var kept: [Substring] = []
        var rest = text[...]
        var number = 0
        var isApart = false
        while !rest.isEmpty {
            let line = rest.prefix { $0 != "\n" }
            let after = rest[line.endIndex...].dropFirst()
            number += 1
            if line.allSatisfy(\.isWhitespace) {
                // The blank line under the head belongs to it.
                rest = after
                if given.isEmpty { continue }
                isApart = true
                break
            }
            guard let (key, value) = LetterKey.parted(line), !given.isEmpty || !inMail || key.opensHeadInMail,
                key != .council || !isSentence(value)
            else {
                guard !inMail, LetterKey.parted(line) == nil, LetterKey.isMistaken(line, above: after) else { break }
                about.corrections.append(LetterKey.unknownCorrection(line: number))
                kept.append(line)
                rest = after
                continue
            }
            let isUnderstood = value.isEmpty || (!given.contains(key) || key == .area) && about.take(key, value)
            if !isUnderstood {
                about.corrections.append(key.correction(line: number, isRepeated: given.contains(key)))
                kept.append(line)
            }
            given.insert(key)
            rest = after
        }
        // A line for the council and nothing else is all that somebody said.
        let isAll = given == [.council] && rest.allSatisfy(\.isWhitespace)
        guard !given.isEmpty, !isAll else { return (isAll ? InboxAbout() : about, text) }
        guard !kept.isEmpty else { return (about, String(rest)) }
        return (about, (kept + (rest.isEmpty ? [] : isApart ? ["", rest] : [rest])).joined(separator: "\n"))
    }

    /// A council's name is short and does not end in a full stop; what was written to the council is.
    private static func isSentence(_ value: String) -> Bool {
        let words = value.split(whereSeparator: \.isWhitespace).count
        return words > 8 || (words > 1 && value.last.map(".!?…。؟۔".contains) == true)
    }

    /// A quick look, since most messages have no head: a word of letters and a colon near the start.
    private static func mayBegin(_ text: String) -> Bool {
        var letters = 0
        for byte in text.utf8.prefix(80) {
            if byte.isASCIILetter {
                letters += 1
            } else if byte == UInt8(ascii: ":") {
                return (3...8).contains(letters)
            } else if letters > 0, !byte.isASCIISpace || byte == 0x0A {
                // A wide colon or no-break space.
                return byte == 0xC2 || byte == 0xEF
            }
            if letters > 8 { return false }
        }
        return false
    }
}

extension InboxAbout {
    /// Takes what a line says; false when its value is not understood.
    fileprivate mutating func take(_ key: LetterKey, _ value: String) -> Bool {
        switch key {
        case .date: sent = LetterValue.day(value)
        case .council: council = value.unicodeScalars.count <= 200 ? value : nil
        case .area:
            guard let named = LetterValue.areas(value) else { return false }
            for area in named where !areas.contains(area) { areas.append(area) }
        case .children: children = LetterValue.count(value)
        case .age: ageBand = LetterValue.ageBand(value)
        case .language: language = LetterValue.language(value)
        case .share: sharing = Sharing(rawValue: value.lowercased())
        case .channel: channel = LetterValue.channel(value)
        }
        return switch key {
        case .date: sent != nil
        case .council: council != nil
        case .area: true
        case .children: children != nil
        case .age: ageBand != nil
        case .language: language != nil
        case .share: sharing != nil
        case .channel: channel != nil
        }
    }
}
