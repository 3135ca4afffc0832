import Concerns
import Foundation
import Inbox
import Pages
import Receiving

/// What an advocate put right about an upload: about all of it, and message by message.
struct UploadForm: Sendable {
    /// What inspectors may have of the messages that do not say themselves.
    let share: String
    /// In the order of the upload's messages.
    let messages: [Correction]

    /// One message's fields as typed.
    struct Correction: Sendable {
        var council = ""
        var children = ""
        var channel = ""
        /// Of use only where the message's own text says something of it.
        var share = ""
        var isLeftOut = false
        var isAnotherChild = false
    }

    /// The fields of the messages, as they are named in the form.
    enum Field: String, CaseIterable {
        case council, children, channel, share
        case leftOut = "out"
        case anotherChild = "another"

        func name(_ place: Int) -> String { "\(rawValue)-\(place)" }
    }

    /// As the messages were read.
    init(asRead messages: [HandedIn]) {
        share = Sharing.counted.rawValue
        self.messages = messages.map { message in
            var correction = Correction()
            if case .one(let authority) = message.weighed.council { correction.council = authority.name }
            correction.children = message.reading.message?.about.children.map { "\($0)" } ?? ""
            correction.channel = message.channel.rawValue
            correction.share = message.ownSharing?.rawValue ?? ""
            return correction
        }
    }

    /// As it was sent.
    init(_ fields: FormFields, of upload: Upload) {
        share = fields.text("share") ?? ""
        messages = upload.messages.indices.map { place in
            func typed(_ field: Field) -> String { fields.text(field.name(place)) ?? "" }
            return Correction(
                council: typed(.council), children: typed(.children), channel: typed(.channel), share: typed(.share),
                isLeftOut: !typed(.leftOut).isEmpty, isAnotherChild: !typed(.anotherChild).isEmpty)
        }
    }

    /// What is to be said of each message that is not left out, by its place.
    ///
    /// - Parameter name: the advocate's account.
    /// - Throws: everything that is wrong, in the order of the page.
    func checked(of upload: Upload, by name: String, in authorities: Authorities) throws(FormProblems) -> [Int:
        ImportAbout]
    {
        var problems: [FormProblem] = []
        let shared = Sharing(rawValue: share.isEmpty ? Sharing.counted.rawValue : share)
        if shared == nil { problems.append(FormProblem("share", says: "relayShareIsUnknown")) }
        var abouts: [Int: ImportAbout] = [:]
        for place in upload.placesByHaste where !messages[place].isLeftOut {
            let (message, typed) = (upload.messages[place], messages[place])
            var about = ImportAbout()
            about.wantsReceipt = true
            about.handedInBy = name
            about.authority = typed.authority(in: authorities)?.code
            about.isAuthorityCertain = about.authority != nil
            if about.authority == nil, !typed.council.isEmpty {
                problems.append(FormProblem(Field.council.name(place), says: "uploadCouncilIsUnclear"))
            }
            about.children = Children.count(typed.children)
            if about.children == nil, !typed.children.isEmpty {
                problems.append(FormProblem(Field.children.name(place), says: "relayChildrenAreUnclear"))
            }
            about.channel = typed.channel.isEmpty ? message.channel : Channel(rawValue: typed.channel)
            if about.channel == .web { about.channel = nil }
            if about.channel == nil { problems.append(FormProblem(Field.channel.name(place), says: "uploadNoChannel")) }
            about.sharing = message.ownSharing == nil || typed.share.isEmpty ? shared : Sharing(rawValue: typed.share)
            if about.sharing == nil, shared != nil {
                problems.append(FormProblem(Field.share.name(place), says: "relayShareIsUnknown"))
            }
            about.anotherChild = typed.isAnotherChild ? upload.mark(of: place) : nil
            abouts[place] = about
        }
        guard problems.isEmpty else { throw FormProblems(problems) }
        return abouts
    }
}

extension UploadForm.Correction {
    /// The one council of today that was typed, by name or code; nil where none was, or it could be several.
    func authority(in authorities: Authorities) -> Authority? {
        if let code = try? GSSCode(council.uppercased()) {
            let today = authorities.today(of: code)
            return today.count == 1 ? today[0] : nil
        }
        return if case .one(let authority) = authorities.named(council) { authority } else { nil }
    }
}

/// How many children an advocate speaks for.
enum Children {
    static let possible = 1...99

    /// - Returns: nil for what is no such number.
    static func count(_ typed: String) -> Int? {
        Int(typed).flatMap { possible.contains($0) ? $0 : nil }
    }
}
