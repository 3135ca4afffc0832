import Concerns

/// The day that a mail states, in the sender's own calendar (RFC 5322, and asctime for postmarks).
enum MailDate {
    private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    private static let weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

    /// Nil when no day can be made out.
    ///
    /// The zone is not used: what a young person calls Tuesday stays Tuesday.
    static func day(in field: ArraySlice<UInt8>) -> Day? {
        var words = field.prefix(200).split { $0.isASCIISpace || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "-") }[
            ...]
        guard let place = words.firstIndex(where: { month($0) != nil }), let month = month(words[place]) else {
            return nil
        }
        let before = place > 0 ? number(words[place - 1]) : nil
        words = words[(place + 1)...]
        let after = words.first.flatMap(number)
        // “2 Mar 2026 10:02” in mail, “Mar  2 10:02:00 2026” in postmarks.
        let (dayOfMonth, year) =
            before != nil
            ? (before, after) : (after, words.first { $0.count == 4 && number($0) != nil }.flatMap(number))
        guard let dayOfMonth, let year else { return nil }
        return try? Day(year: century(year), month: month, day: dayOfMonth)
    }

    /// When our own server took it, behind the last semicolon of its field.
    static func day(ofReceived field: ArraySlice<UInt8>) -> Day? {
        field.lastIndex(of: UInt8(ascii: ";")).flatMap { day(in: field[($0 + 1)...]) }
    }

    static func isWeekday(_ word: some Collection<UInt8>) -> Bool {
        let isName = word.count == 3 || (word.count == 4 && word.dropFirst(3).first == UInt8(ascii: ","))
        return isName && isAny(word, of: weekdays) != nil
    }

    /// 1 to 12, by the first three letters.
    static func month(_ word: some Collection<UInt8>) -> Int? {
        word.count >= 3 ? isAny(word, of: months).map { $0 + 1 } : nil
    }

    private static func isAny(_ word: some Collection<UInt8>, of names: [String]) -> Int? {
        names.firstIndex { $0.utf8.elementsEqual(word.prefix(3)) { $0 == $1.lowercasedASCII } }
    }

    private static func number(_ word: ArraySlice<UInt8>) -> Int? {
        guard (1...4).contains(word.count), word.allSatisfy(\.isASCIIDigit) else { return nil }
        return word.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    /// Years of two and three digits, as RFC 5322 section 4.3 reads them.
    private static func century(_ year: Int) -> Int {
        switch year {
        case 0..<50: year + 2000
        case 50..<1000: year + 1900
        default: year
        }
    }
}
