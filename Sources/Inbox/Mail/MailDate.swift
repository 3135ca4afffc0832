import Concerns

/// The day that a mail states, in the sender's own calendar (RFC 5322, and asctime for postmarks).
enum MailDate {
    private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

    /// Nil when no day can be made out.
    ///
    /// The zone is not used: what a young person calls Tuesday stays Tuesday.
    static func day(in field: ArraySlice<UInt8>) -> Day? {
        let words = String(decoding: field.prefix(200), as: UTF8.self).lowercased()
            .split { $0.isWhitespace || $0 == "," || $0 == "-" }
        guard let place = words.firstIndex(where: { months.contains(String($0.prefix(3))) }),
            let month = months.firstIndex(of: String(words[place].prefix(3)))
        else { return nil }
        let before = place > 0 ? Int(words[place - 1]) : nil
        let after = words[(place + 1)...].first.flatMap { Int($0) }
        // “2 Mar 2026 10:02” in mail, “Mar  2 10:02:00 2026” in postmarks.
        let (dayOfMonth, year) =
            before != nil ? (before, after) : (after, words[(place + 1)...].first { $0.count == 4 }.flatMap { Int($0) })
        guard let dayOfMonth, let year else { return nil }
        return try? Day(year: century(year), month: month + 1, day: dayOfMonth)
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
