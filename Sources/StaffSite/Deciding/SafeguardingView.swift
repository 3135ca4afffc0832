import Concerns
import Pages
import Sealing
import Store
import Triage
import Unsealing

/// The view of `desk/safeguarding`: what was passed on about one concern.
struct SafeguardingView: Sendable {
    let token: String
    let concern: String
    let shortID: String
    let hasProblems: Bool
    let problems: [ProblemLine]
    let records: [Record]

    struct Record: Sendable {
        let id: String
        let route: String
        let by: String
        let on: String
        let isUndone: Bool
        /// Nil where its key was erased.
        let passed: String?
        let reference: String?
        let passesIdentity: Bool
        /// What the second moderator said; nil while nobody has.
        let opinion: Opinion?
        /// Whether this moderator may say yes or no.
        let canAnswer: Bool
        /// Whether it waits for another than this moderator.
        let waitsForAnother: Bool
        let note: String
        let noteProblem: String?
        let recordProblem: String?
    }

    struct Opinion: Sendable {
        let says: String
        let note: String?
    }

    init(
        _ id: ConcernID, _ records: [SafeguardingRecord], with opener: NoteOpener, _ form: OpinionForm?,
        _ wrong: FormProblems, rules: DecisionRules, session: Session, in pages: StaffPages
    ) {
        token = session.formToken.text
        concern = id.description
        shortID = String(concern.prefix(6))
        hasProblems = !wrong.all.isEmpty
        problems = wrong.lines(in: pages.words)
        self.records = records.map { record in
            let passedOn = try? PassedOn(record, with: opener)
            let isAnswered = form?.record == record.id.description
            return Record(
                id: record.id.description, route: rules.title(of: record.route, for: .escalate), by: record.by,
                on: record.on.description, isUndone: record.isUndone, passed: passedOn.map { SeenText.words($0.words) },
                reference: passedOn.flatMap { $0.reference.isEmpty ? nil : SeenText.words($0.reference) },
                passesIdentity: record.passesIdentity,
                opinion: record.opinion.map { Opinion($0, of: record.id, with: opener, in: pages) },
                canAnswer: record.needsSecond && record.by != session.name,
                waitsForAnother: record.needsSecond && record.by == session.name,
                note: isAnswered ? form?.note ?? "" : "",
                noteProblem: wrong.says("note-\(record.id)", in: pages.words),
                recordProblem: wrong.says("record-\(record.id)", in: pages.words))
        }
    }
}

extension SafeguardingView.Opinion {
    fileprivate init(_ opinion: SecondOpinion, of record: ConcernID, with opener: NoteOpener, in pages: StaffPages) {
        let key = opinion.agrees ? "opinionConfirmed" : "opinionDeclined"
        let bytes = try? opinion.note.map { try opener.open($0.closed, as: .opinion, of: record) }
        let text = bytes.map { SeenText.words(String(decoding: $0, as: UTF8.self)) }
        self.init(
            says: pages.words(key, ["name": opinion.by, "day": opinion.on.description]),
            note: text?.isEmpty == false ? text : nil)
    }
}
