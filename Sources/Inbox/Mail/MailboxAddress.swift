/// What follows the plus in the address that a mail was sent to: `voices+e08000025@…`.
enum MailboxAddress {
    private static let recipients: [FieldName] = [.deliveredTo, .originalTo, .envelopeTo, .to, .cc]
    private static let longest = 64

    /// In small letters; nil when no recipient has one.
    static func detail(of fields: HeaderFields) -> String? {
        for name in recipients {
            if let field = fields[name], let detail = detail(of: field.prefix(4096)) { return detail }
        }
        return nil
    }

    private static func detail(of field: ArraySlice<UInt8>) -> String? {
        var rest = field
        while let plus = rest.place(of: UInt8(ascii: "+")) {
            let after = rest[(plus + 1)...]
            let detail = after.prefix(longest).prefix {
                $0.isASCIILetter || $0.isASCIIDigit || [0x2D, 0x2E, 0x5F].contains($0)
            }
            // A plus also stands in numbers and names; in an address a letter is before it and the domain behind.
            let isAddress = plus > field.startIndex && !field[plus - 1].isASCIISpace
            if isAddress, !detail.isEmpty, after.dropFirst(detail.count).first == UInt8(ascii: "@") {
                return detail.keyword
            }
            rest = after
        }
        return nil
    }
}
