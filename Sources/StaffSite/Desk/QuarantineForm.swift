import Concerns
import Inbox
import Pages
import Receiving
import Store

/// What a moderator made of something in quarantine, as it stands: words keyed in, or why there are none.
struct QuarantineForm: Sendable {
    /// A message in quarantine came by any of these, and by no form of ours.
    static let channels: [Channel] = [.email, .advocate, .sms, .paper]

    let keyed: PaperForm
    let channel: String
    let setAside: String
    let wantsSettingAside: Bool

    init(_ fields: FormFields) {
        keyed = PaperForm(fields)
        channel = fields["channel"] ?? ""
        setAside = fields["set_aside"] ?? ""
        wantsSettingAside = fields["action"] == "set-aside"
    }

    /// The form as it is first shown: what could be read, to be looked through.
    init(suggesting opened: OpenedQuarantined) {
        let (entry, message) = (opened.entry, opened.message)
        var fields = [("channel", (Self.channels.contains(entry.channel) ? entry.channel : .email).rawValue)]
        if let authority = entry.authority { fields.append(("authority", authority.description)) }
        if let message {
            let words = message.original.words.unicodeScalars.prefix(TellForm.longestMessage)
            let about = message.about
            fields.append(("message", String(String.UnicodeScalarView(words))))
            fields += about.areas.map { ("area", $0.rawValue) }
            fields += [
                ("council", about.council), ("age_band", about.ageBand?.rawValue), ("share", about.sharing?.rawValue),
                ("language", about.language),
            ].compactMap { name, value in value.map { (name, $0) } }
        }
        self.init(FormFields(fields))
    }

    /// - Throws: everything that is wrong with what was keyed in, by the keys of the words for staff.
    func checked(in authorities: Authorities) throws(FormProblems) -> (answers: TellAnswers, channel: Channel) {
        let channel = Self.channels.first { $0.rawValue == self.channel }
        let problems = channel == nil ? [FormProblem("channel", says: "keyedChannelIsUnknown")] : []
        let answers: TellAnswers
        // The entry's own number is what keeps a second sending from making a second concern, so no page is too old.
        do { answers = try keyed.checked(in: authorities, isFresh: true) } catch {
            throw FormProblems(error.all + problems)
        }
        guard let channel else { throw FormProblems(problems) }
        return (answers, channel)
    }

    /// - Throws: ``FormProblems`` where no reason was chosen.
    func checkedReason() throws(FormProblems) -> SetAside {
        guard let reason = SetAside(rawValue: setAside) else {
            throw FormProblems("set_aside", says: "setAsideIsMissing")
        }
        return reason
    }
}

extension FormFields {
    /// The fields of a form that nobody has filled in yet.
    fileprivate init(_ values: [(name: String, value: String)]) {
        let pairs = values.map { name, value in
            "\(name)=" + value.utf8.map { "%" + ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        }
        self.init(bytes: pairs.joined(separator: "&").utf8)
    }
}
