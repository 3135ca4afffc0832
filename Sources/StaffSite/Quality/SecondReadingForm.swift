import Concerns
import Pages
import Store

/// What a second reader has filled in, as it stands; nothing in it is checked yet.
struct SecondReadingForm: Sendable {
    /// Words found in the text that inspectors read, and what they are.
    struct Missed: Hashable, Sendable {
        let text: String
        let kind: String
    }

    static let missedRows = 3
    /// More than one reading finds.
    static let mostMissed = 50

    let urgency: String
    let areas: Set<String>
    let missed: [Missed]

    /// The form as it is first shown: nothing is suggested.
    init() {
        urgency = ""
        areas = []
        missed = []
    }

    init(_ fields: FormFields) {
        urgency = fields["urgency"] ?? ""
        areas = Set(fields.all("area"))
        missed = zip(fields.all("missed_text"), fields.all("missed_kind"))
            .map { Missed(text: $0, kind: $1) }
            .filter { !$0.text.allSatisfy(\.isWhitespace) }
    }

    /// - Parameter text: the words as inspectors read them; nil where they read none.
    /// - Throws: everything that is wrong, in the order of the page.
    func checked(
        _ concern: ConcernID, in text: ModeratedText?, by name: String, on day: Day
    ) throws(FormProblems) -> SecondReading {
        var problems: [FormProblem] = []
        var counts: [IdentifierKind: Int] = [:]
        let standing = Original(text?.description ?? "")
        for (number, words) in missed.prefix(Self.mostMissed).enumerated() {
            if WordsToRemove(typed: words.text).found(in: standing).isEmpty {
                problems.append(FormProblem("missed_text-\(number)", says: "missedIsNotThere"))
            } else {
                counts[IdentifierKind(rawValue: words.kind) ?? .other, default: 0] += 1
            }
        }
        let urgency = Urgency(rawValue: urgency)
        if urgency == nil { problems.append(FormProblem("urgency", says: "urgencyIsMissing")) }
        let areas = JudgementArea.allCases.filter { self.areas.contains($0.rawValue) }
        if areas.isEmpty, urgency != .spam { problems.append(FormProblem("area", says: "secondAreaIsMissing")) }
        guard problems.isEmpty, let urgency else { throw FormProblems(problems) }
        return SecondReading(
            concern: concern, coding: Coding(urgency: urgency, areas: areas), missed: counts, by: name, on: day)
    }
}
