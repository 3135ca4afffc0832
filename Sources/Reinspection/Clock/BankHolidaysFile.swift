import Concerns
package import FactFiles

/// `Facts/bank-holidays.csv`: the bank holidays of England, for rules that count working days.
package enum BankHolidaysFile {
    /// - Throws: ``FactProblem`` naming a row that is no day, or that stands out of order.
    package static func read(_ text: String, file: String = "bank-holidays.csv") throws(FactProblem) -> WorkingDays {
        let table = try FactTable(file: file, text: text, columns: ["day", "name"])
        var holidays: [Day] = []
        for row in table.rows {
            let day = try row.day("day")
            if let last = holidays.last, day <= last {
                throw row.problem("\(day) does not come after \(last)", "Sort the rows by day, each day once.")
            }
            holidays.append(day)
        }
        guard let first = holidays.first, let last = holidays.last else {
            throw FactProblem(
                file: file, line: nil, says: "it names no bank holiday", remedy: "Add one row for each: day, name.")
        }
        return WorkingDays(holidays: Set(holidays), years: first.civil.year...last.civil.year)
    }
}
