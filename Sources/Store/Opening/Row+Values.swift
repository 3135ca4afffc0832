internal import Concerns
internal import GRDB

extension Row {
    /// A value of one of the field's enumerations.
    ///
    /// - Throws: ``StoreProblem/damaged`` when the column holds another word, which the schema forbids.
    func choice<Choice: RawRepresentable<String>>(_ column: String) throws -> Choice {
        guard let choice = Choice(rawValue: self[column]) else { throw StoreProblem.damaged }
        return choice
    }

    func optionalChoice<Choice: RawRepresentable<String>>(_ column: String) -> Choice? {
        (self[column] as String?).flatMap(Choice.init(rawValue:))
    }

    func day(_ column: String) throws -> Day { try Day(self[column] as String) }

    func optionalDay(_ column: String) throws -> Day? { try (self[column] as String?).map { try Day($0) } }

    func optionalAuthority(_ column: String) throws -> GSSCode? {
        try (self[column] as String?).map { try GSSCode($0) }
    }

    /// Areas written with spaces between them, in the order of the reports.
    func areas(_ column: String) -> [JudgementArea] {
        ((self[column] as String?) ?? "").split(separator: " ").compactMap { JudgementArea(rawValue: String($0)) }
            .sorted()
    }
}
