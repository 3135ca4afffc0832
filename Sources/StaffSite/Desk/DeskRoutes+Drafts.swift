import Concerns
import HTTPTypes
import Hummingbird
import Pages
import Store
import Triage

extension DeskRoutes {
    /// The fields of a form about a concern.
    ///
    /// - Throws: ``FormOfEarlierSession`` when it was made before this moderator signed in again, after keeping it as a draft;
    ///   `HTTPError` 403 for any other form without the session's token.
    func fields(of request: Request, context: StaffContext) async throws -> FormFields {
        let session = try context.signedIn
        let fields = try await FormFields.of(request)
        guard !session.formToken.isSame(as: fields["token"] ?? "") else { return fields }
        guard let id = try? ConcernID(context.parameters.get("id") ?? ""),
            try await drafts.author(of: fields, about: id) == session.name,
            try await drafts.keep(fields, about: id, by: session.name)
        else { throw HTTPError(.forbidden) }
        throw FormOfEarlierSession(concern: id, author: session.name)
    }

    /// Keeps what is filled in; asked by the button, and by the page's script from time to time.
    @Sendable func keepDraft(_ request: Request, context: StaffContext) async throws -> Response {
        let session = try context.signedIn
        let fields = try await fields(of: request, context: context)
        let id = try await concern(in: context).summary.id
        let isKept = try await drafts.keep(fields, about: id, by: session.name)
        if fields["by"] == "script" { return Response(status: isKept ? .noContent : .conflict) }
        // Where it was decided meanwhile, the page says so.
        return Page.seeOther(isKept ? Drafts.address(of: id, by: session.name) : "/desk/\(id)")
    }

    @Sendable func dropDraft(_ request: Request, context: StaffContext) async throws -> Response {
        let session = try context.signedIn
        _ = try await context.fields(of: request)
        let id = try await concern(in: context).summary.id
        try await desk.dropDraft(about: id, of: session.name)
        return Page.seeOther("/desk/\(id)")
    }

    /// Switches the keys that are single letters on or off until the moderator signs out (WCAG 2.2, 2.1.4).
    @Sendable func switchKeys(_ request: Request, context: StaffContext) async throws -> Response {
        let fields = try await context.fields(of: request)
        if let key = SessionCookie.key(in: request) {
            await sessions.setLetterKeys(fields["keys"] != "off", under: key)
        }
        return Response(status: .noContent)
    }

    /// The page as it is first shown: with the draft that was asked for, or with what the rules suggest.
    func beginning(of opened: OpenedConcern, asked request: Request) throws -> Reviewed {
        let query = FormFields(bytes: (request.uri.query ?? "").utf8)
        let draft = query["draft"].flatMap { author in opened.drafts.first { $0.author == author } }
        var form = draft?.form ?? ReviewForm(suggesting: opened)
        var reviewed = try reviewed(opened, &form)
        reviewed.draftOf = draft?.author
        // Nothing was sent yet that could be wrong, and nothing left in that must be confirmed.
        reviewed.problems = []
        reviewed.identifiersLeft = []
        return reviewed
    }

    /// The form with the words that it would leave.
    func reviewed(_ opened: OpenedConcern, _ form: inout ReviewForm) throws -> Reviewed {
        let (redactions, problems) = form.takeOut(of: opened.told.original)
        let text = try ModeratedText(redacting: opened.told.original, redactions)
        let isRead = opened.concern.sharing == .words
        return Reviewed(
            opened: opened, form: form, redactions: redactions, text: text,
            identifiersLeft: isRead ? reader.identifiers(leftIn: text, of: opened, without: redactions) : [],
            risk: risk(of: opened, form, without: redactions), problems: problems)
    }

    /// How many children the words could be about; nil where nobody reads them.
    private func risk(
        of opened: OpenedConcern, _ form: ReviewForm, without redactions: [Redaction]
    ) -> ReidentificationRisk? {
        guard opened.concern.sharing == .words else { return nil }
        let authority = (try? form.settled(among: pages.authorities).get()) ?? nil
        return reader.risk(of: opened, without: redactions, about: authority)
    }
}

/// A moderator's form with the words that it would leave.
struct Reviewed: Sendable {
    let opened: OpenedConcern
    let form: ReviewForm
    let redactions: [Redaction]
    let text: ModeratedText
    /// What leads to a person and is still in the text.
    var identifiersLeft: [String]
    /// How many children it could be about; nil where nobody reads it.
    let risk: ReidentificationRisk?
    var problems: [FormProblem]
    /// Whose draft the form is; nil where it is none.
    var draftOf: String?
}
