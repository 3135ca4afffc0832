/// A file of many mails, each under a postmark line: “From sender Mon Mar  2 10:02:00 2026”.
enum Mailbox {
    /// The mails in their order; at least one.
    ///
    /// Only a line that follows a blank one, and has the shape of a postmark, parts two mails, since not every program
    /// escapes a sentence that begins with “From ”. What stands before the first postmark is a mail of its own.
    static func mails(in bytes: [UInt8]) -> [Mail] {
        var mails: [Mail] = []
        var mail: [UInt8] = []
        var postmark: ArraySlice<UInt8>?
        var isAfterBlank = true
        for line in bytes[...].lines {
            if isAfterBlank, isPostmark(line) {
                if postmark != nil || !mail[...].trimmed.isEmpty { mails.append(Mail(mail, postmark: postmark)) }
                (mail, postmark) = ([], line)
            } else {
                mail += unescaped(line)
                mail.append(0x0A)
            }
            isAfterBlank = line.isEmpty
        }
        if postmark != nil || !mail[...].trimmed.isEmpty { mails.append(Mail(mail, postmark: postmark)) }
        return mails
    }

    static func startsWithPostmark(_ bytes: ArraySlice<UInt8>) -> Bool { isPostmark(bytes.prefix { $0 != 0x0A }) }

    private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

    private static func isPostmark(_ line: ArraySlice<UInt8>) -> Bool {
        guard line.starts(with: Array("From ".utf8)), line.count < 400 else { return false }
        let words = String(decoding: line, as: UTF8.self).split(whereSeparator: \.isWhitespace)
        return words.contains { weekdays.contains(String($0.prefix(3))) }
            && words.contains { $0.count == 4 && Int($0) != nil } && words.contains { $0.dropFirst().contains(":") }
    }

    /// mboxrd adds a “>” before any number of “>” and “From ”; mboxo only before a bare “From ”.
    ///
    /// Taking one away is right for both, but for quotes of quotes in mboxo, which nobody can tell.
    private static func unescaped(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard line.first == UInt8(ascii: ">") else { return line }
        return line.drop { $0 == UInt8(ascii: ">") }.starts(with: Array("From ".utf8)) ? line.dropFirst() : line
    }
}
