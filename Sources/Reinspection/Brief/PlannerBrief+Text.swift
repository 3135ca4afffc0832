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
    func write(on page: inout TextPage, _ names: BriefNames) {
        let words = names.words
        page.heading("Timing")
        page.field("Recommendation", words.name(.recommendations, recommendation))
        if let window {
            page.field("Window", "\(window.from) to \(window.through?.description ?? "an unknown limit")")
        }
        for reason in reasons { page.entry("\(reason.text) (\(reason.rule))") }
        for input in contributions {
            let figures = "weight \(oneDecimal(input.weight)), added \(oneDecimal(input.contribution))"
            let (kind, leaning) = (words.name(.evidence, input.kind), words.name(.leanings, input.leaning))
            page.entry("\(input.day), \(kind), \(leaning): \(input.text) [\(figures)]")
            if let note = input.note { page.subentry(note) }
        }
        if let share = shareFromYoungPeople {
            page.field("From young people", "\(Int((share * 100).rounded())) % of the weight")
        }
        if let question { page.paragraph(question) }
    }
}

extension Scope {
    func write(on page: inout TextPage, _ names: BriefNames) {
        let words = names.words
        page.heading(isFull ? "Scope: full" : "Scope")
        for line in lines {
            page.entry(words.area(line.area))
            for reason in line.reasons { page.subentry("\(reason.text) (\(reason.rule))") }
        }
        for decision in declined {
            let area = words.area(decision.area)
            page.entry("\(area) set aside on \(decision.day) by \(decision.by): \(decision.reason)")
        }
        guard let draw else { return }
        page.field("Draw", draw.area.map(words.area) ?? "none left")
        page.field("Seed", draw.seed.hex)
        page.field("Drawn", "\(draw.day), method \(draw.algorithm)")
    }
}

extension Plan {
    func write(on page: inout TextPage, _ names: BriefNames) {
        page.heading("Plan")
        page.field("Framework", names.framework(framework))
        for reduction in reductions {
            page.field(reduction.what.title, "\(reduction.planned) (full inspection \(reduction.full))")
        }
        page.field("Nobody on site", "week " + offSiteWeeks.map(String.init).joined(separator: ", "))
        page.field("Notice", "\(noticeWorkingDays) working day\(noticeWorkingDays == 1 ? "" : "s")")
        page.field("Children to meet", engagement.description)
        if !outcomes.isEmpty {
            let outcomes = outcomes.map { names.words.name(.outcomes, $0) }
            page.field("May be found", outcomes.joined(separator: " or "))
        }
        for objection in objections { page.entry("Not to be approved yet: \(objection)") }
        for (title, entries) in [
            ("Annex A lists", lists.map { ($0.id, $0.title) }), ("Papers", items.map { ($0.id, $0.title) }),
            ("Criteria", criteria.map { ($0.id, $0.text) }),
        ] where !entries.isEmpty {
            page.paragraph("\(title):")
            for (id, title) in entries { page.entry("\(id) \(title)") }
        }
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
