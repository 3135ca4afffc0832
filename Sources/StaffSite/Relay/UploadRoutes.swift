import Concerns
import HTTPTypes
import Hummingbird
import Pages
import Receiving
import Store
import Triage

/// Handing in files: they are read, shown message by message, put right, and only then imported; the receipts follow.
struct UploadRoutes: Sendable {
    let pages: StaffPages
    let relay: RelayRoutes
    let reader: UploadReader
    let uploads: Uploads
    let guidance: [GuidanceStep]
    let log: Log
    let today: @Sendable () -> Day
    let secondsNow: @Sendable () -> Int

    func add(to router: Router<StaffContext>) {
        router.group().add(middleware: RoomDoor(room: .relay))
            .post("/relay/upload", use: read)
            .get("/relay/uploads/{id}", use: preview)
            .post("/relay/uploads/{id}", use: act)
            .get("/relay/uploads/{id}/report", use: report)
            .get("/relay/uploads/{id}/report.jsonl", use: reportFile)
            .get("/relay/uploads/{id}/receipts.csv", use: receiptsFile)
    }

    /// Reads what was handed in; of a form that is refused, or not of this session, nothing is used.
    @Sendable func read(_ request: Request, context: StaffContext) async throws -> Response {
        let session = try context.signedIn
        do throws(NoPlace) { try await uploads.takePlace(for: session.formToken, atSecond: secondsNow()) } catch {
            return try await refusal(.noPlace(error), for: session)
        }
        var upload: Upload?
        let answer: Result<Response, any Error>
        do {
            let form = try await MultipartForm.of(request, upTo: Upload.mostBytes)
            guard session.formToken.isSame(as: form["token"] ?? "") else { throw HTTPError(.forbidden) }
            let read = try await reader.upload(of: form)
            upload = read
            answer = .success(Page.seeOther(read.address))
        } catch let refused as MultipartRefused {
            answer = await Result { try await refusal(.notRead(refused), for: session) }
        } catch let refused as UploadRefused {
            answer = await Result { try await refusal(refused, for: session) }
        } catch {
            answer = .failure(error)
        }
        await uploads.fill(upload, of: session.formToken, atSecond: secondsNow())
        return try answer.get()
    }

    @Sendable func preview(_ request: Request, context: StaffContext) async throws -> Response {
        let session = try context.signedIn
        guard let upload = await upload(in: context, of: session) else { return try gone(for: session) }
        if upload.isImported { return Page.seeOther(upload.address + "/report") }
        return try await page(for: upload, session).response()
    }

    @Sendable func act(_ request: Request, context: StaffContext) async throws -> Response {
        let session = try context.signedIn
        let fields = try await context.fields(of: request)
        guard var upload = await upload(in: context, of: session) else { return try gone(for: session) }
        if fields["action"] == "forget" {
            await uploads.forget(upload.id, of: session.formToken)
            return Page.seeOther("/relay")
        }
        if upload.isImported { return Page.seeOther(upload.address + "/report") }
        upload.form = UploadForm(fields, of: upload)
        await uploads.correct(upload.id, with: upload.form)
        let abouts: [Int: ImportAbout]
        do { abouts = try upload.form.checked(of: upload, by: session.name, in: pages.authorities) } catch {
            return try await page(for: upload, session, problems: error, status: .unprocessableContent).response()
        }
        guard fields["action"] == "import" else { return try await page(for: upload, session).response() }
        let importer = UploadImport(reception: reader.reception)
        guard
            let (after, run) = await uploads.imported(
                upload.id, of: session.formToken, by: { await importer.run($0, abouts) })
        else { return try gone(for: session) }
        if let failure = run.failure {
            context.logFault("An upload was not imported whole", failure)
            return try await page(for: after, session, isNotKept: true, status: .serviceUnavailable).response()
        }
        await note(after, by: session, context)
        return Page.seeOther(after.address + "/report")
    }

    @Sendable func report(_ request: Request, context: StaffContext) async throws -> Response {
        let session = try context.signedIn
        guard let upload = await upload(in: context, of: session) else { return try gone(for: session) }
        guard upload.isImported else { return Page.seeOther(upload.address) }
        let view = ReportView(
            UploadReport(upload, words: relay.receiptWords), at: relay.publicAddress, guidance: guidance,
            token: session.formToken.text, in: pages)
        return try pages.page("relay/report", view, for: session).response()
    }

    @Sendable func reportFile(_ request: Request, context: StaffContext) async throws -> Response {
        try await file(context, type: "application/x-ndjson", name: "report.jsonl") { try $0.lines }
    }

    @Sendable func receiptsFile(_ request: Request, context: StaffContext) async throws -> Response {
        try await file(context, type: "text/csv", name: "receipts.csv") { $0.receiptsTable }
    }

    private func file(
        _ context: StaffContext, type: String, name: String, text: (UploadReport) throws -> String
    ) async throws -> Response {
        let session = try context.signedIn
        guard let upload = await upload(in: context, of: session), upload.isImported else {
            return try gone(for: session)
        }
        var page = Page(html: try text(UploadReport(upload, words: relay.receiptWords)))
        page.contentType = "\(type); charset=utf-8"
        page.headers[.contentDisposition] = "attachment; filename=\"\(name)\""
        return page.response()
    }

    private func upload(in context: StaffContext, of session: Session) async -> Upload? {
        await uploads.upload(
            context.parameters.get("id") ?? "", of: session.formToken, atSecond: secondsNow())
    }

    private func page(
        for upload: Upload, _ session: Session, problems: FormProblems = FormProblems([]), isNotKept: Bool = false,
        status: HTTPResponse.Status = .ok
    ) async throws -> Page {
        let known = try await reader.reception.known(upload.messages.map(\.reading))
        let view = PreviewView(
            upload, known: known, problems: problems, isNotKept: isNotKept, guidance: guidance,
            token: session.formToken.text, in: pages)
        return try pages.page("relay/preview", view, for: session, status: status)
    }

    private func refusal(_ refused: UploadRefused, for session: Session) async throws -> Response {
        if refused == .notRead(.notMultipart) { throw HTTPError(.unsupportedMediaType) }
        return try await relay.page(
            for: session, problems: FormProblems("files", says: refused.key), status: refused.status
        ).response()
    }

    private func gone(for session: Session) throws -> Response {
        let view = GoneView(token: session.formToken.text)
        return try pages.page("relay/gone", view, for: session, status: .notFound).response()
    }

    /// Who handed in how many, for the log and the imports page: counts only.
    private func note(_ upload: Upload, by session: Session, _ context: StaffContext) async {
        let count = upload.taken.count
        do {
            try await log.append(
                LogLine(
                    day: today(), who: session.name, did: "handed in",
                    about: count == 1 ? "1 message" : "\(count) messages"))
            try await reader.reception.note(
                UploadReport(upload, words: relay.receiptWords).counted(on: today(), by: session.name))
        } catch {
            context.logFault("An upload was imported, but the log or its report does not tell", error)
        }
    }
}

/// The view of `relay/gone`.
struct GoneView: Sendable {
    let token: String
}

extension UploadRefused {
    /// The key of the words that say so.
    fileprivate var key: String {
        switch self {
        case .nothingSent: "uploadIsEmpty"
        case .tooManyMessages, .notRead(.tooManyParts): "uploadHasTooMany"
        case .notRead(.tooLarge): "uploadIsTooLarge"
        case .notRead: "uploadIsBroken"
        case .noPlace(.hasThree): "uploadsAreThree"
        case .noPlace(.isFull): "uploadsAreFull"
        }
    }

    fileprivate var status: HTTPResponse.Status {
        switch self {
        case .nothingSent: .unprocessableContent
        case .tooManyMessages, .notRead(.tooManyParts), .notRead(.tooLarge): .contentTooLarge
        case .notRead: .badRequest
        case .noPlace(.hasThree): .conflict
        case .noPlace(.isFull): .serviceUnavailable
        }
    }
}

extension Result where Failure == any Error {
    /// What asynchronous work came to.
    fileprivate init(_ work: () async throws -> Success) async {
        do { self = .success(try await work()) } catch { self = .failure(error) }
    }
}
