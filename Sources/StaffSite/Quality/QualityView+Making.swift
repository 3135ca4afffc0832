import Concerns
import Pages
import Store
import Triage

extension QualityView {
    /// The same codings give the same interval each time.
    private static let seed: UInt64 = 1_970
    private static let mostDisagreements = 30

    init(
        _ figures: QualityFigures, rules: QualityRules, notice: String?, for session: Session, in pages: StaffPages
    ) {
        token = session.formToken.text
        self.notice = notice
        isLead = session.isLead
        withheld = figures.withheld.map { Withheld(id: $0.description, shortID: String($0.description.prefix(6))) }
        hasWithheld = !withheld.isEmpty
        agreementHow = pages.words(
            "agreementHow",
            [
                "share": "\(rules.oneIn)", "serious": "\(rules.oneInOfSerious)", "aim": Self.decimals(rules.aim),
                "lowest": Self.decimals(rules.lowest),
            ])
        let codings = figures.readTwice.map(\.codings)
        var generator = RepeatableGenerator(seed: Self.seed)
        agreement = CodedMatter.allCases.map { matter in
            let found = Agreement(on: matter, of: codings, least: rules.leastConcerns, using: &generator)
            return AgreementRow(matter, found, rules: rules, in: pages)
        }
        let toDiscuss = figures.readTwice.filter { read in
            read.isToDiscuss && (session.isLead || [read.firstBy, read.secondBy].contains(session.name))
        }
        disagreements = toDiscuss.prefix(Self.mostDisagreements).enumerated().map { number, read in
            Disagreement(number: number, read, withNames: session.isLead, in: pages)
        }
        hasDisagreements = !disagreements.isEmpty
        disagreementsHow = pages.words(session.isLead ? "disagreementsOfAll" : "disagreementsOwn")
        let found = figures.missed
        missedShare =
            found.readings == 0
            ? pages.words("missedNoReadings")
            : pages.words(
                "missedShare",
                [
                    "any": "\(found.withAny)", "count": "\(found.readings)",
                    "percent": Self.percent(Double(found.withAny) / Double(found.readings)),
                ])
        missed = IdentifierKind.allCases.compactMap { kind in
            found.byKind[kind].map { Tally(kind: pages.said("staffKind", kind.rawValue), count: "\($0)") }
        }
        hasMissed = !missed.isEmpty
        pace = Self.pace(figures.pace, in: pages)
        hasPace = !pace.isEmpty
        paceCaption = pages.words("paceCaption", ["weeks": "\(QualityRoutes.weeksShown)"])
        load = Self.load(figures.load, for: session, in: pages)
        hasLoad = !load.isEmpty
        loadCaption = pages.words(
            session.isLead ? "loadCaptionAll" : "loadCaptionOwn", ["days": "\(QualityRoutes.daysShown)"])
    }

    private static func pace(_ counts: [PaceCount], in pages: StaffPages) -> [PaceRow] {
        struct Key: Hashable {
            let week: Week
            let urgency: Urgency
        }
        let rows = Dictionary(grouping: counts) { Key(week: $0.week, urgency: $0.urgency) }
        let keys = rows.keys.sorted { ($1.week, $0.urgency.rank) < ($0.week, $1.urgency.rank) }
        return keys.map { key in
            func count(_ pace: Pace) -> String {
                "\((rows[key] ?? []).filter { $0.pace == pace }.reduce(0) { $0 + $1.count })"
            }
            return PaceRow(
                week: key.week.description, urgency: pages.said("staffUrgency", key.urgency.rawValue),
                within: count(.withinTarget), twice: count(.upToTwice), later: count(.later), unknown: count(.unknown))
        }
    }

    /// For the lead moderator a row for each person and day; for others their own, and beside it all together.
    private static func load(_ days: [DayOfWork], for session: Session, in pages: StaffPages) -> [LoadRow] {
        guard !session.isLead else { return days.map { LoadRow($0.day, $0.who, $0.work) } }
        let byDay = Dictionary(grouping: days, by: \.day)
        return byDay.keys.sorted(by: >).flatMap { day in
            let all = byDay[day] ?? []
            let own = all.filter { $0.who == session.name }.reduce(Work()) { $0 + $1.work }
            return [
                LoadRow(day, pages.words("loadYou"), own),
                LoadRow(day, pages.words("loadTogether"), all.reduce(Work()) { $0 + $1.work }),
            ]
        }
    }

    /// Two places after the point, as agreement is usually given; a third where the number has one.
    static func decimals(_ value: Double) -> String {
        let thousandths = Int((abs(value) * 1_000).rounded())
        let sign = value < 0 && thousandths > 0 ? "−" : ""
        let isRound = thousandths.isMultiple(of: 10)
        let digits = String(isRound ? thousandths / 10 % 100 : thousandths % 1_000)
        let zeros = String(repeating: "0", count: (isRound ? 2 : 3) - digits.count)
        return "\(sign)\(thousandths / 1_000).\(zeros)\(digits)"
    }

    static func twoPlaces(_ value: Double) -> String { decimals((value * 100).rounded() / 100) }

    static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded()))" }
}

extension QualityView.AgreementRow {
    fileprivate init(
        _ matter: CodedMatter, _ agreement: Agreement, rules: QualityRules, in pages: StaffPages
    ) {
        let none = pages.words("agreementNone")
        switch matter {
        case .urgency: self.matter = pages.words("columnUrgency")
        case .area(let area): self.matter = pages.said("staffArea", area.rawValue)
        }
        switch agreement {
        case .notYet(let count, let least):
            self.count = "\(count)"
            (same, alpha, interval, kappa) = (none, none, none, none)
            meaning = pages.words("agreementNotYet", ["least": "\(least)"])
        case .withoutVariation(let count):
            self.count = "\(count)"
            same = "100 %"
            (alpha, interval, kappa) = (none, none, none)
            meaning = pages.words("agreementWithoutVariation")
        case .measured(let figures):
            count = "\(figures.count)"
            same = QualityView.percent(figures.same) + " %"
            alpha = QualityView.twoPlaces(figures.alpha)
            interval =
                figures.interval.map {
                    pages.words(
                        "agreementInterval",
                        [
                            "from": QualityView.twoPlaces($0.lowerBound),
                            "to": QualityView.twoPlaces($0.upperBound),
                        ])
                } ?? pages.words("agreementNoInterval")
            kappa = figures.kappa.map(QualityView.twoPlaces) ?? none
            meaning = pages.said("staffVerdict", figures.verdict(aim: rules.aim, lowest: rules.lowest).rawValue)
        }
    }
}

extension QualityView.Disagreement {
    /// - Parameter withNames: the lead moderator reads who the two were; they themselves know which was theirs.
    fileprivate init(number: Int, _ read: ReadTwice, withNames: Bool, in pages: StaffPages) {
        self.number = number
        id = read.id.description
        shortID = String(id.prefix(6))
        func reading(_ key: String, _ name: String, _ coding: Coding) -> QualityView.Reading {
            let label = pages.words(key)
            return QualityView.Reading(
                reader: withNames ? "\(label): \(name)" : label,
                urgency: pages.said("staffUrgency", coding.urgency.rawValue), areas: pages.names(of: coding.areas))
        }
        first = reading("readerFirst", read.firstBy, read.codings.first)
        second = reading("readerSecond", read.secondBy, read.codings.second)
        let both = (read.codings.first, read.codings.second)
        urgencies = pages.choices(Urgency.self, "staffUrgency") { code in
            both.0.urgency == both.1.urgency && code == both.0.urgency.rawValue
        }
        areas = pages.choices(JudgementArea.self, "staffArea") { code in
            both.0.areas.contains { $0.rawValue == code } && both.1.areas.contains { $0.rawValue == code }
        }
    }
}

extension QualityView.LoadRow {
    fileprivate init(_ day: Day, _ who: String, _ work: Work) {
        self.init(
            day: day.description, who: who, decided: "\(work.decided)", opened: "\(work.opened)",
            danger: "\(work.danger)", readAgain: "\(work.readAgain)")
    }
}
