import Concerns

extension Clock {
    func write(on page: inout TextPage) {
        page.heading("Clock")
        page.field("Since the report", "\(monthsSinceReport) months")
        switch state {
        case .notStarted(let due):
            page.field("Statement", "none recorded; the clock has not started")
            page.field("Statement due", due?.description ?? "unknown: no bank holidays on file for that year")
            if let days = daysSinceStatementDue { page.field("Late", "\(days) days") }
        case .running(let since, let limit):
            page.field("Statement", since.description)
            page.field("Limit", "\(limit), \(limitMonths) months after it" + (isOverdue ? "; OVERDUE" : ""))
        }
    }
}

extension Timing {
    func write(on page: inout TextPage) {
        page.heading("Timing")
        page.field("Recommendation", recommendation.rawValue)
        if let window {
            page.field("Window", "\(window.from) to \(window.through?.description ?? "an unknown limit")")
        }
        for reason in reasons { page.entry("\(reason.code.rawValue) (\(reason.rule)): \(reason.text)") }
        for input in contributions {
            let figures = "weight \(oneDecimal(input.weight)), added \(oneDecimal(input.contribution))"
            page.entry("\(input.day) \(input.kind.rawValue), \(input.leaning.rawValue): \(input.text) [\(figures)]")
            if let note = input.note { page.subentry(note) }
        }
        if let share = shareFromYoungPeople {
            page.field("From young people", "\(Int((share * 100).rounded())) % of the weight")
        }
        if let question { page.paragraph(question) }
    }
}

extension Scope {
    func write(on page: inout TextPage) {
        page.heading(isFull ? "Scope: full" : "Scope")
        for line in lines {
            page.entry(line.area.rawValue)
            for reason in line.reasons { page.subentry("\(reason.code.rawValue) (\(reason.rule)): \(reason.text)") }
        }
        for decision in declined {
            page.entry("\(decision.area) set aside on \(decision.day) by \(decision.by): \(decision.reason)")
        }
        guard let draw else { return }
        page.field("Draw", draw.area?.rawValue ?? "none left")
        page.field("Seed", draw.seed.hex)
        page.field("Drawn", "\(draw.day), method \(draw.algorithm)")
    }
}

extension Plan {
    func write(on page: inout TextPage) {
        page.heading("Plan under \(framework)")
        for reduction in reductions {
            page.field(reduction.what.title, "\(reduction.planned) (full inspection \(reduction.full))")
        }
        page.field("Nobody on site", "week " + offSiteWeeks.map(String.init).joined(separator: ", "))
        page.field("Notice", "\(noticeWorkingDays) working day\(noticeWorkingDays == 1 ? "" : "s")")
        page.field("Annex A lists", lists.map(\.id).joined(separator: ", "))
        page.field("Papers", items.map(\.id).joined(separator: ", "))
        page.field("Criteria", criteria.map(\.id).joined(separator: ", "))
        page.field("Children to meet", engagement.description)
        if !outcomes.isEmpty { page.field("May be found", outcomes.map(\.rawValue).joined(separator: " or ")) }
        for objection in objections { page.entry("Not to be approved yet: \(objection)") }
    }
}

extension Reduction.What {
    fileprivate var title: String {
        switch self {
        case .weeks: "Weeks"
        case .inspectors: "Inspectors"
        case .fieldworkDays: "Days of fieldwork"
        case .auditedCases: "Cases audited"
        case .lists: "Lists asked for"
        case .items: "Papers asked for"
        }
    }
}
