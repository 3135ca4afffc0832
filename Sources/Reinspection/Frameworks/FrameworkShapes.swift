import FactFiles

/// The parts of a framework's file that say how long an inspection is.
enum FrameworkShapes {
    static func shape(_ tree: FactTree) throws(FactProblem) -> InspectionShape {
        try tree.allow(only: [
            "weeks", "offSiteWeeks", "inspectors", "fieldworkDays", "auditedCases", "noticeWorkingDays",
            "annexDeadlineWorkingDays",
        ])
        let weeks = try number("weeks", tree)
        let offSite = try tree["offSiteWeeks"].sourced { tree throws(FactProblem) in
            try tree.list.map { entry throws(FactProblem) in try entry.positive }
        }
        guard offSite.value.allSatisfy({ $0 <= weeks.value }) else {
            throw try tree["offSiteWeeks"].problem("a week lies after the last", "Name weeks from 1 to \(weeks.value).")
        }
        return InspectionShape(
            weeks: weeks, offSiteWeeks: offSite, inspectors: try number("inspectors", tree),
            fieldworkDays: try number("fieldworkDays", tree), auditedCases: try number("auditedCases", tree),
            noticeWorkingDays: try number("noticeWorkingDays", tree),
            annexDeadlineWorkingDays: try number("annexDeadlineWorkingDays", tree))
    }

    /// The table of P38: it goes up to the full shape and never below the minimum (P42).
    static func breadth(
        _ tree: FactTree, full: InspectionShape, minimum: InspectionShape
    ) throws(FactProblem) -> [Breadth] {
        try tree.allow(only: ["confidence", "source", "rows"])
        _ = (try tree["confidence"].choice(of: Confidence.self), try tree["source"].text)
        let (low, high) = (limits(minimum), limits(full))
        var rows: [Breadth] = []
        for entry in try tree["rows"].list {
            try entry.allow(only: ["areas", "weeks", "inspectors", "fieldworkDays", "auditedCases"])
            let row = Breadth(
                areas: try entry["areas"].positive, weeks: try entry["weeks"].positive,
                inspectors: try entry["inspectors"].positive, fieldworkDays: try entry["fieldworkDays"].positive,
                auditedCases: try entry["auditedCases"].positive)
            guard row.areas == rows.count + 1 else {
                throw entry.problem("this row is for \(row.areas) areas", "Have one row for each number from 1 on.")
            }
            for (index, value) in numbers(row).enumerated() where !(low[index]...max(low[index], high[index]) ~= value)
            {
                throw entry.problem(
                    "\(value) lies outside minimum and full",
                    "Write \(low[index]) to \(high[index]), or change the shapes above.")
            }
            rows.append(row)
        }
        guard let last = rows.last, numbers(last) == high else {
            throw tree.problem("the last row is not the full inspection", "End with the numbers of “full”.")
        }
        return rows
    }

    private static func number(_ key: String, _ tree: FactTree) throws(FactProblem) -> Sourced<Int> {
        try tree[key].sourced { tree throws(FactProblem) in try tree.positive }
    }

    private static func limits(_ shape: InspectionShape) -> [Int] {
        [shape.weeks.value, shape.inspectors.value, shape.fieldworkDays.value, shape.auditedCases.value]
    }

    private static func numbers(_ row: Breadth) -> [Int] {
        [row.weeks, row.inspectors, row.fieldworkDays, row.auditedCases]
    }
}
