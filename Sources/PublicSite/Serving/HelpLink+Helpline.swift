import Pages
import Triage

extension HelpLink {
    /// A helpline as the pages show it; nil for one that names no way to be reached.
    init?(_ helpline: Helpline, in words: Words) {
        let ways = helpline.contacts.map { Way($0, in: words) }
        guard let quickest = ways.first else { return nil }
        self.init(
            name: helpline.name, quickest: quickest, others: Array(ways.dropFirst()),
            whom: words("helplineWhom", ["whom": helpline.whom]),
            when: words("helplineWhen", ["when": helpline.when]))
    }
}

extension HelpLink.Way {
    /// A contact from the moderators' file: a number to call or to text, an address of mail, or plain words.
    init(_ contact: String, in words: Words) {
        let number = contact.filter { $0.isASCII && $0.isNumber }
        if !number.isEmpty, contact.allSatisfy({ $0.isNumber || $0 == " " }) {
            if Self.isShortCode(number) {
                self.init(says: words("textNumber", ["number": contact]), address: "sms:\(number)")
            } else {
                self.init(says: words("callNumber", ["number": contact]), address: "tel:\(number)")
            }
        } else if contact.contains("@"), !contact.contains(" ") {
            self.init(says: words("writeTo", ["address": contact]), address: "mailto:\(contact)")
        } else {
            self.init(says: contact, address: nil)
        }
    }
    /// Five digits that begin with 6 or 8 are for texts alone in the United Kingdom; a call to them gets no answer.
    private static func isShortCode(_ number: String) -> Bool {
        number.count == 5 && (number.hasPrefix("6") || number.hasPrefix("8"))
    }
}
