import Concerns
import Pages

/// The day on which a statement of proposed action was handed in, as typed: whole, or in three parts.
struct StatementForm: Sendable {
    let submitted: String
    let day: String
    let month: String
    let year: String

    init() { (submitted, day, month, year) = ("", "", "", "") }

    init(_ fields: FormFields) {
        submitted = fields.text("submitted") ?? ""
        day = fields.text("day") ?? ""
        month = fields.text("month") ?? ""
        year = fields.text("year") ?? ""
    }

    /// - Parameter report: the day of the report that the statement answers.
    /// - Throws: what is wrong, beside the field it is about.
    func checked(today: Day, report: Day) throws(FormProblems) -> Day {
        let isInParts = ![day, month, year].allSatisfy(\.isEmpty)
        let field = submitted.isEmpty && isInParts ? "day" : "submitted"
        guard !submitted.isEmpty || isInParts else { throw FormProblems(field, says: "statementIsMissing") }
        let parts = submitted.isEmpty ? [year, month, day] : submitted.split(separator: "-").map(String.init)
        let numbers = parts.compactMap { Int($0) }
        guard numbers.count == 3, parts.count == 3 else { throw FormProblems(field, says: "statementIsUnclear") }
        let typed = try? Day(year: numbers[0], month: numbers[1], day: numbers[2])
        guard let typed else { throw FormProblems(field, says: "statementIsNoDay") }
        guard typed <= today else { throw FormProblems(field, says: "statementIsInTheFuture") }
        guard report <= typed else { throw FormProblems(field, says: "statementIsBeforeTheReport") }
        return typed
    }
}
