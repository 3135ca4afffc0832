/// The fields of a head that are looked at.
enum FieldName: Int, CaseIterable {
    case from, to, cc, subject, date, sender, received, references, precedence, replyTo, returnPath, messageID
    case inReplyTo, mimeVersion, contentType, contentTransferEncoding, contentDisposition, contentID
    case contentDescription, contentLanguage, contentLocation, contentClass, deliveredTo, originalTo, envelopeTo
    case mailer, autoSubmitted, autoReply, autoRespond, autoResponseSuppress, failedRecipients, listID, listPost
    case listUnsubscribe, listUnsubscribePost, mailboxNote, mailboxBase

    var bit: UInt64 { 1 << UInt64(rawValue) }

    /// In small letters.
    private var text: String {
        switch self {
        case .from, .to, .cc, .subject, .date, .sender, .received, .references, .precedence: "\(self)"
        case .replyTo: "reply-to"
        case .returnPath: "return-path"
        case .messageID: "message-id"
        case .inReplyTo: "in-reply-to"
        case .mimeVersion: "mime-version"
        case .contentType: "content-type"
        case .contentTransferEncoding: "content-transfer-encoding"
        case .contentDisposition: "content-disposition"
        case .contentID: "content-id"
        case .contentDescription: "content-description"
        case .contentLanguage: "content-language"
        case .contentLocation: "content-location"
        case .contentClass: "content-class"
        case .deliveredTo: "delivered-to"
        case .originalTo: "x-original-to"
        case .envelopeTo: "envelope-to"
        case .mailer: "x-mailer"
        case .autoSubmitted: "auto-submitted"
        case .autoReply: "x-autoreply"
        case .autoRespond: "x-autorespond"
        case .autoResponseSuppress: "x-auto-response-suppress"
        case .failedRecipients: "x-failed-recipients"
        case .listID: "list-id"
        case .listPost: "list-post"
        case .listUnsubscribe: "list-unsubscribe"
        case .listUnsubscribePost: "list-unsubscribe-post"
        case .mailboxNote: "x-imap"
        case .mailboxBase: "x-imapbase"
        }
    }

    /// By the count of letters, since most fields are looked up in vain.
    private static let byLength: [[(text: [UInt8], name: FieldName)]] = {
        var table: [[(text: [UInt8], name: FieldName)]] = Array(repeating: [], count: 32)
        for name in allCases { table[name.text.utf8.count].append((Array(name.text.utf8), name)) }
        return table
    }()

    /// - Parameter name: in any case; nil when it is none that is looked at.
    init?(_ name: Slice<UnsafeBufferPointer<UInt8>>) {
        guard name.count < Self.byLength.count else { return nil }
        let found = Self.byLength[name.count].first { known in
            var place = name.startIndex
            for byte in known.text {
                if name[place].lowercasedASCII != byte { return false }
                place += 1
            }
            return true
        }
        guard let found else { return nil }
        self = found.name
    }
}
