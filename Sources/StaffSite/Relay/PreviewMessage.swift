import Concerns
import Inbox
import Pages
import Receiving

/// One message on the page before an import: what it says, what would become of it, and what may be put right.
struct PreviewMessage: Sendable {
    let id: String
    let title: String
    /// The file's name on the sender's machine; nil for what was pasted.
    let fileName: String?
    let isDanger: Bool
    let outcome: String
    let reason: String
    let hasCorrections: Bool
    /// What it says about itself and was not understood.
    let corrections: [String]
    /// What a child or advocate wrote; nil where nothing can be read.
    let said: String?
    let hasParted: Bool
    /// What stood beside the words: quoted mail, a signature, attachments by name and size.
    let parted: [Parted]
    let hasFacts: Bool
    let facts: [Fact]
    /// Whether the same words were taken before, so that it must be said if they are another child's.
    let asksWhose: Bool
    let anotherName: String
    let isAnotherChild: Bool
    /// Whether there is anything to put right: nothing is where it is refused.
    let canBeTaken: Bool
    let councilName: String
    let council: String
    let councilSays: String?
    let councilProblem: String?
    let childrenName: String
    let children: String
    let childrenProblem: String?
    let channelName: String
    let channels: [Choice]
    let channelProblem: String?
    let asksShare: Bool
    let shareName: String
    let shares: [Choice]
    let shareProblem: String?
    let outName: String
    let isLeftOut: Bool

    struct Parted: Sendable {
        let label: String
        let said: String
    }

    struct Fact: Sendable {
        let label: String
        let value: String
    }

    init(_ upload: Upload, _ place: Int, _ outcome: PreviewOutcome, problems: FormProblems, in pages: StaffPages) {
        typealias Field = UploadForm.Field
        let (handedIn, typed, words) = (upload.messages[place], upload.form.messages[place], pages.words)
        let (message, weighed) = (handedIn.reading.message, handedIn.weighed)
        id = "message-\(place)"
        title = pages.place(of: handedIn)
        fileName = handedIn.source.name
        isDanger = weighed.isDanger
        self.outcome = pages.said("staffWillBe", outcome.code)
        reason = outcome.isTakenBefore ? words("uploadTakenBefore") : weighed.outcomeReason
        corrections = weighed.corrections
        hasCorrections = !corrections.isEmpty
        said = message?.shownWords
        parted = message.map { Parted.all(of: $0, in: words) } ?? []
        hasParted = !parted.isEmpty
        facts = Fact.all(of: handedIn, in: pages)
        hasFacts = !facts.isEmpty
        asksWhose = outcome.isTakenBefore || typed.isAnotherChild
        anotherName = Field.anotherChild.name(place)
        isAnotherChild = typed.isAnotherChild
        canBeTaken = weighed.outcome != .rejected
        councilName = Field.council.name(place)
        council = typed.council
        councilSays = typed.council.isEmpty ? pages.said(weighed.council) : nil
        councilProblem = problems.says(councilName, in: words)
        childrenName = Field.children.name(place)
        children = typed.children
        childrenProblem = problems.says(childrenName, in: words)
        channelName = Field.channel.name(place)
        channels = pages.choices(Channel.self, "staffChannel") { $0 == typed.channel }.filter {
            $0.value != Channel.web.rawValue
        }
        channelProblem = problems.says(channelName, in: words)
        // What is asked to be counted only stays so, whatever is chosen here.
        asksShare = handedIn.ownSharing == .words
        shareName = Field.share.name(place)
        shares = pages.choices(Sharing.self, "staffSharing") { $0 == typed.share }
        shareProblem = problems.says(shareName, in: words)
        outName = Field.leftOut.name(place)
        isLeftOut = typed.isLeftOut
    }
}

extension InboxMessage {
    /// The words as far as a message goes; what is longer is set aside for a moderator, who reads it whole.
    ///
    /// Nil where there are none to be seen.
    var shownWords: String? {
        var shown = String.UnicodeScalarView()
        shown.append(contentsOf: original.words.unicodeScalars.prefix(InboxReader.longestMessage))
        return shown.allSatisfy(\.properties.isWhitespace) ? nil : String(shown)
    }
}

extension PreviewMessage.Parted {
    fileprivate static func all(of message: InboxMessage, in words: Words) -> [Self] {
        let parts = [("uploadQuoted", message.quoted), ("uploadSignature", message.signature)]
        let texts = parts.compactMap { key, said in said.map { Self(label: words(key), said: $0) } }
        let attachments = message.attachments.map { attachment in
            words("uploadAttachment", ["name": attachment.name ?? attachment.type, "bytes": "\(attachment.byteCount)"])
        }
        return attachments.isEmpty
            ? texts : texts + [Self(label: words("uploadAttachments"), said: attachments.joined(separator: "\n"))]
    }
}

extension PreviewMessage.Fact {
    /// What the message says about itself and nobody needs to put right here.
    fileprivate static func all(of handedIn: HandedIn, in pages: StaffPages) -> [Self] {
        let (about, words) = (handedIn.reading.message?.about, pages.words)
        let sent = handedIn.reading.message?.sent ?? about?.sent
        let facts: [(String, String?)] = [
            ("uploadSent", sent?.description),
            ("factAge", about?.ageBand.map { pages.said("staffAge", $0.rawValue) }),
            ("factAreasTicked", about.flatMap { $0.areas.isEmpty ? nil : pages.names(of: $0.areas) }),
            ("factLanguage", handedIn.weighed.language.map(pages.languageName)),
            ("factSharing", about?.sharing == .counted ? words("staffSharingCounted") : nil),
        ]
        return facts.compactMap { key, value in value.map { Self(label: words(key), value: $0) } }
    }
}

extension StaffPages {
    /// What a message's own words make of its council, where the advocate typed none.
    fileprivate func said(_ guess: CouncilGuess) -> String {
        switch guess {
        case .one(let authority): words("uploadCouncilIs", ["name": authority.name])
        case .ask(let several):
            words("uploadCouncilIsSeveral", ["names": several.map(\.name).joined(separator: ", ")])
        case .unknown: words("uploadCouncilIsOpen")
        }
    }
}
