import Concerns
import Pages
import Receiving
import Triage

/// The view of `relay/start`: the two ways in which an advocate passes on what children told.
struct RelayView: Sendable {
    let token: String
    let sending: String
    let isDanger: Bool
    let guidance: [GuidanceStep]
    /// Whether it could not be put on disk, which the page says first.
    let isNotKept: Bool
    let hasProblems: Bool
    let problems: [ProblemLine]
    let message: String
    let messageProblem: String?
    let council: String
    /// What was made of the council; nil where none was named.
    let councilSays: String?
    let councils: [Choice]
    let authorityProblem: String?
    let children: String
    let childrenProblem: String?
    let ages: [Choice]
    let ageProblem: String?
    let areas: [Choice]
    let areaProblem: String?
    let shares: [Choice]
    let shareProblem: String?
    let language: String
    let languageProblem: String?
    let sendProblem: String?
    /// The uploads of this session that are not forgotten yet.
    let uploads: [OpenUpload]
    let hasUploads: Bool
    /// Whether there is room for one more.
    let mayUpload: Bool
    let pasted: String
    let filesProblem: String?

    /// A link to an upload.
    struct OpenUpload: Sendable {
        let address: String
        let says: String
    }

    /// - Parameters:
    ///   - sending: the form's own token.
    ///   - pasted: what was pasted into an upload that was refused.
    ///   - uploads: those of this session.
    init(
        _ form: RelayForm, sending: String, problems wrong: FormProblems = FormProblems([]), isNotKept: Bool = false,
        isDanger: Bool = false, pasted: String = "", uploads: [Upload], guidance: [GuidanceStep], token: String,
        in pages: StaffPages
    ) {
        let (told, words) = (form.told, pages.words)
        self.token = token
        self.sending = sending
        self.isDanger = isDanger
        self.guidance = guidance
        self.isNotKept = isNotKept
        hasProblems = !wrong.all.isEmpty
        problems = wrong.lines(in: words)
        message = told.message.words
        messageProblem = wrong.says("message", in: words)
        council = told.council
        councilSays = pages.understood(told)
        councils = pages.councils(chosen: told.authority, none: "councilNotSaid")
        authorityProblem = wrong.says("authority", in: words)
        children = form.children
        childrenProblem = wrong.says("children", in: words)
        ages =
            pages.choices(AgeBand.self, "staffAge") { $0 == told.ageBand }
            + [Choice(value: "", label: words("notSaid"), isChosen: told.ageBand.isEmpty)]
        ageProblem = wrong.says("age_band", in: words)
        areas = pages.choices(JudgementArea.self, "staffArea") { told.areas.contains($0) }
        areaProblem = wrong.says("area", in: words)
        let share = told.share.isEmpty ? Sharing.counted.rawValue : told.share
        shares = pages.choices(Sharing.self, "staffSharing") { $0 == share }
        shareProblem = wrong.says("share", in: words)
        language = form.language
        languageProblem = wrong.says("language", in: words)
        sendProblem = wrong.says("send", in: words)
        self.uploads = uploads.map { upload in
            let count = ["count": "\(upload.messages.count)"]
            return OpenUpload(
                address: upload.address, says: words(upload.isImported ? "uploadIsImported" : "uploadIsOpen", count))
        }
        hasUploads = !uploads.isEmpty
        mayUpload = uploads.count < Uploads.mostOfASession
        self.pasted = pasted
        filesProblem = wrong.says("files", in: words)
    }
}
