import Concerns
import Pages
import Store
import Triage

/// What the queue's page shows a moderator at one moment.
struct QueueLook: Sendable {
    /// All that waits.
    let list: QueueList
    /// What the filter lets through of it.
    let admitted: [QueueEntry]
    let filter: QueueFilter
    let page: PageNumber
    let claims: [ConcernID: Claims.Claim]
    /// Of which of the page copies came from many, and from how many.
    let campaigns: [ConcernID: Int]
    let quarantine: QuarantineCounts
    let targets: QueueTargets
    /// In seconds since 1970.
    let now: Int
}

extension QueueView {
    init(
        _ look: QueueLook, marks: QualityMarks, notice: String?, undo: UndoOffer?, rules: ModerationRules,
        session: Session,
        in pages: StaffPages
    ) {
        let page = look.page
        token = session.formToken.text
        self.notice = notice
        self.undo = undo
        self.marks = marks
        quarantined = pages.words("queueQuarantine", ["count": "\(look.quarantine.waiting)"])
        quarantinedDanger =
            look.quarantine.danger > 0
            ? pages.words("queueQuarantineDanger", ["count": "\(look.quarantine.danger)"]) : nil
        danger = Danger(look.list, in: pages)
        counts = Urgency.allCases.compactMap { Count($0, in: look.list, pages) }
        caption = pages.words(
            "queueCaption",
            [
                "from": "\(page.shown?.lowerBound ?? 0)", "to": "\(page.shown?.upperBound ?? 0)",
                "count": "\(page.count)",
            ])
        again = look.filter.address(ofPage: page.number)
        earlier = page.before.map(look.filter.address(ofPage:))
        later = page.after.map(look.filter.address(ofPage:))
        rows = page.rows(of: look.admitted).map { Row($0, look, by: rules.likeness, for: session, in: pages) }
        isEmpty = look.list.entries.isEmpty
        isFilteredOut = !isEmpty && look.admitted.isEmpty
        filter = Filter(look, in: pages)
        guidance = rules.guidance
    }
}

extension QueueView.Danger {
    fileprivate init?(_ list: QueueList, in pages: StaffPages) {
        guard let first = list.danger.first(where: { _ in true }) else { return nil }
        self.init(
            says: pages.words("queueDanger", ["count": "\(list.dangerCount)"]), first: first.concern.id.description)
    }
}

extension QueueView.Count {
    /// - Returns: nil where nothing of this urgency waits.
    fileprivate init?(_ urgency: Urgency, in list: QueueList, _ pages: StaffPages) {
        guard let count = list.byUrgency[urgency] else { return nil }
        let handedOn = urgency == .dangerNow ? count - list.dangerCount : 0
        self.init(
            urgency: pages.said("staffUrgency", urgency.rawValue), count: "\(count)",
            handedOn: handedOn > 0 ? pages.words("queueHandedOn", ["count": "\(handedOn)"]) : nil)
    }
}

extension QueueView.Filter {
    fileprivate init(_ look: QueueLook, in pages: StaffPages) {
        let filter = look.filter
        func choices<Code: RawRepresentable<String>>(_ codes: [Code], _ kind: String, chosen: Code?) -> [Choice] {
            [Choice(value: "", label: pages.words("filterAny"), isChosen: chosen == nil)]
                + codes.map { code in
                    Choice(
                        value: code.rawValue, label: pages.said(kind, code.rawValue),
                        isChosen: chosen?.rawValue == code.rawValue)
                }
        }
        let councils = look.list.byCouncil.keys.map { code in
            (value: code?.description ?? QueueFilter.notSaid, label: pages.name(of: code))
        }.sorted { $0.label < $1.label }
        self.init(
            isSet: !filter.isEmpty,
            urgencies: choices(Urgency.allCases, "staffUrgency", chosen: filter.urgency),
            councilChoices: [
                Choice(value: "", label: pages.words("filterAny"), isChosen: filter.council == nil)
            ]
                + councils.map {
                    Choice(value: $0.value, label: $0.label, isChosen: $0.value == filter.councilText)
                },
            channels: choices(Channel.allCases, "staffChannel", chosen: filter.channel),
            states: choices(ConcernState.allCases.filter(\.isOpen), "staffState", chosen: filter.state),
            isMine: filter.isMine, isLate: filter.isLate)
    }
}

extension QueueView.Row {
    fileprivate init(
        _ entry: QueueEntry, _ look: QueueLook, by likeness: LikenessRules, for session: Session, in pages: StaffPages
    ) {
        let concern = entry.concern
        let now = DueMinute(ofSecond: look.now)
        let left = entry.due - now
        let claim = look.claims[concern.id].map { claim in
            pages.words(
                claim.name == session.name ? "claimedByYou" : "claimedBy",
                ["name": claim.name, "for": pages.span(minutes: (look.now - claim.since) / 60)])
        }
        self.init(
            id: concern.id.description, shortID: String(concern.id.description.prefix(6)),
            isDanger: concern.urgency == .dangerNow, urgency: pages.said("staffUrgency", concern.urgency.rawValue),
            due: pages.due(entry, at: now),
            isLate: left < 0 && !entry.rests,
            isSoon: left >= 0 && !entry.rests && left * 4 < look.targets[concern.urgency],
            council: pages.name(of: concern.authority),
            arrivedOn: concern.arrivedOn.description, channel: pages.said("staffChannel", concern.channel.rawValue),
            state: entry.waitsAgain ? pages.words("stateWaitsAgain") : pages.state(of: concern), claimedBy: claim,
            addsTo: EarlierMessage(before: concern), isWithdrawn: concern.isWithdrawn,
            campaign: look.campaigns[concern.id].map { LikenessView.campaign($0, by: likeness, in: pages) })
    }
}
