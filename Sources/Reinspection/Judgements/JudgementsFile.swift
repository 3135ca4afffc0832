import Concerns
package import FactFiles

/// The tables of outcomes, one for each family of frameworks.
package enum JudgementsFile {
    /// The framework of every row of `outcomes/sif.csv`.
    static let firstFramework = "sif-2013"

    static let sifGrades: [(column: String, area: JudgementArea)] = [
        ("help_and_protection", .helpAndProtection), ("looked_after_and_permanence", .lookedAfter),
        ("adoption_performance", .adoption), ("care_leavers", .careLeavers),
        ("leadership_management_governance", .leadership),
    ]
    static let ilacsGrades: [(column: String, area: JudgementArea)] = [
        ("impact_of_leaders", .leadership), ("help_and_protection", .helpAndProtection),
        ("children_in_care", .lookedAfter), ("care_leavers", .careLeavers),
    ]

    /// The rows of `outcomes/sif.csv` as judgements, and a problem for each row that is none.
    ///
    /// - Throws: ``FactProblem`` when the file is no such table.
    package static func readSIF(
        _ text: String, file: String = "outcomes/sif.csv"
    ) throws(FactProblem) -> (judgements: [JudgementRow], problems: [FactProblem]) {
        let dates = ["inspection_end", "report_published"]
        let table = try FactTable(
            file: file, text: text,
            columns: ["gss_code", "inspection_type", "overall", "confidence", "source"] + dates
                + sifGrades.map(\.column))
        return collect(table.rows) { row throws(FactProblem) in
            var grades: [JudgementArea: Grading] = [:]
            for (column, area) in sifGrades { grades[area] = try row.grading(column) }
            return Judgement(
                authority: try row.code("gss_code"), framework: firstFramework, kind: row.sifKind,
                // Cumbria 2017 has no report on file; it is taken as known when its inspection must have ended.
                published: try row.reportDate(row["report_published"].isEmpty ? "inspection_end" : "report_published"),
                overall: try row.grading("overall"), grades: grades, confidence: try row.confidence(),
                source: row["source"])
        }
    }

    /// The rows of `outcomes/ilacs.csv` as judgements, and a problem for each row that is none.
    ///
    /// - Parameter frameworks: those one of which was in force when the inspection began.
    /// - Throws: ``FactProblem`` when the file is no such table.
    package static func readILACS(
        _ text: String, file: String = "outcomes/ilacs.csv", frameworks: [Framework]
    ) throws(FactProblem) -> (judgements: [JudgementRow], problems: [FactProblem]) {
        let columns = ["gss_code", "framework", "inspection_start", "report_published", "overall", "source"]
        let table = try FactTable(file: file, text: text, columns: columns + ilacsGrades.map(\.column))
        return collect(table.rows) { row throws(FactProblem) in
            let began = try row.day("inspection_start")
            let inForce = frameworks.filter { $0.isInForce(on: began) }
            guard let framework = inForce.max(by: { $0.validFrom < $1.validFrom }) else {
                throw row.problem("no framework was in force on \(began)", "Correct the day or add the framework.")
            }
            var grades: [JudgementArea: Grading] = [:]
            for (column, area) in ilacsGrades { grades[area] = try row.grading(column) }
            grades[.adoption] = framework.judgement(for: .adoption)?.answersFor.first.map(Grading.within)
            return Judgement(
                authority: try row.code("gss_code"), framework: framework.id,
                kind: row.ilacsKind,
                published: try row.reportDate("report_published"), overall: try row.grading("overall"), grades: grades,
                confidence: .derived, source: row["source"], began: began)
        }
    }

    private static func collect(
        _ rows: [FactRow], _ read: (FactRow) throws(FactProblem) -> Judgement
    ) -> (judgements: [JudgementRow], problems: [FactProblem]) {
        var judgements: [JudgementRow] = []
        var problems: [FactProblem] = []
        for row in rows {
            do { judgements.append(JudgementRow(judgement: try read(row), row: row)) } catch { problems.append(error) }
        }
        return (judgements, problems)
    }
}

/// A judgement and the row it was read from, so that a later check can name the line.
package struct JudgementRow {
    package let judgement: Judgement
    package let row: FactRow
}

extension FactRow {
    fileprivate var sifKind: String {
        let words = self["inspection_type"]
        return words.hasPrefix("re-inspection") ? "re-inspection" : words
    }

    /// “ILACS standard” is the framework's kind `standard`.
    fileprivate var ilacsKind: String {
        self["framework"].split(separator: " ", maxSplits: 1).last.map(String.init) ?? ""
    }

    fileprivate func code(_ column: String) throws(FactProblem) -> GSSCode {
        do { return try GSSCode(self[column]) } catch { throw problem(error.description, "Correct this row.") }
    }

    fileprivate func reportDate(_ column: String) throws(FactProblem) -> ReportDate {
        do { return try ReportDate(self[column]) } catch {
            throw problem("\(column): \(error.description)", "Correct this row.")
        }
    }

    fileprivate func grading(_ column: String) throws(FactProblem) -> Grading {
        let words = self[column]
        if let grade = Grade(rawValue: words) { return .graded(grade) }
        switch words {
        case "not judged": return .notJudged
        case "judged together with children in care": return .within(.lookedAfter)
        case _ where words.hasPrefix("not given"): return .notGiven
        default:
            throw problem(
                "“\(words)” is no grade for \(column)",
                "Write one of: \(Grade.allCases.map(\.rawValue).joined(separator: ", ")), not judged, not given.")
        }
    }

    fileprivate func confidence() throws(FactProblem) -> Confidence {
        let words = self["confidence"]
        if words.hasPrefix("high") { return .derived }
        if words.hasPrefix("medium") { return .general }
        throw problem("“\(words)” is no confidence", "Begin it with high or medium.")
    }
}
