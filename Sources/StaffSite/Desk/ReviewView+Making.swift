import Concerns
import Pages
import Store
import Triage

extension ReviewView {
    /// - Parameters:
    ///   - text: the words that inspectors would read.
    ///   - due: by when it should be decided, in words; nil where it does not wait.
    ///   - draftOf: whose draft the form is; nil where it is none.
    ///   - identifiersLeft: what leads to a person in what would be left, which the moderator must look at.
    ///   - risk: how many children it could be about; nil where nobody reads the words.
    init(
        _ opened: OpenedConcern, _ form: ReviewForm, redactions: [Redaction], problems wrong: FormProblems,
        text: ModeratedText, identifiersLeft: [String] = [], risk: ReidentificationRisk? = nil, draftOf: String? = nil,
        due: String? = nil, rules: ModerationRules,
        session: Session,
        in pages: StaffPages
    ) {
        let (concern, words) = (opened.concern, pages.words)
        token = session.formToken.text
        id = concern.summary.id.description
        decisionsSeen = concern.changes
        shortID = String(id.prefix(6))
        let waits = due.map { [Fact(label: words("columnDue"), value: $0)] } ?? []
        facts = waits + Self.facts(concern, opened.told, in: pages)
        addsTo = EarlierMessage(before: concern.summary)
        isWithdrawn = concern.summary.isWithdrawn
        isDanger = form.urgency == Urgency.dangerNow.rawValue || concern.summary.urgency == .dangerNow
        guidance = rules.guidance
        isOnlyCounted = concern.sharing == .counted
        let finds = FindReasons(opened.suggestion.finds, in: pages)
        pieces = MarkedWords(opened.told.original, isOnlyCounted ? [] : redactions, why: finds.why).pieces
        splitOff = opened.splitOff.map {
            SplitOff(from: $0.scalars.lowerBound, to: $0.scalars.upperBound, mark: $0.kind.mark)
        }
        parted = opened.told.parted.map(Parted.init)
        urgencyReasons = Self.urgencyReasons(opened, in: pages)
        hasUrgencyReasons = !urgencyReasons.isEmpty
        areaReasons = Self.areaReasons(opened, in: pages)
        hasAreaReasons = !areaReasons.isEmpty
        // Beside what was just typed an older draft is no offer: following it would lose the newer words.
        let isTyped = form.wantsPreview || form.deciding.act == .fill || !wrong.all.isEmpty
        drafts = isTyped ? [] : Self.offers(opened, but: draftOf, to: session, in: pages)
        hasDrafts = !drafts.isEmpty
        draftShown = draftOf.map { words($0 == session.name ? "draftIsYours" : "draftIsOf", ["name": $0]) }
        isOwnDraft = draftOf == session.name
        ticket = opened.ticket
        author = session.name
        clash = Self.clash(form, concern, rules.decisions, for: session, in: pages)
        thread = Self.thread(opened.thread, in: pages)
        let months = opened.thread.repliesWrittenIn
        hasThread = !thread.isEmpty || !months.isEmpty
        threadReplies =
            months.isEmpty ? nil : words("threadReplies", ["months": months.joined(separator: ", ")])
        hasProblems = !wrong.all.isEmpty
        problems = wrong.lines(in: words)
        isPreview = form.wantsPreview && !hasProblems
        preview = SeenText.words(text.description)
        rows = Self.rows(form, opened.told.original, finds, wrong, in: pages)
        markKinds = IdentifierKind.allCases.map {
            MarkKind(value: $0.rawValue, label: pages.said("staffKind", $0.rawValue), mark: $0.mark)
        }
        hasRows = !rows.isEmpty
        additions = Self.additions(form, wrong, in: pages)
        urgencies = Urgency.allCases.enumerated().map { place, code in
            KeyedChoice(
                value: code.rawValue, label: pages.said("staffUrgency", code.rawValue),
                isChosen: code.rawValue == form.urgency, key: "\(place + 1)")
        }
        urgencyProblem = wrong.says("urgency", in: words)
        areas = JudgementArea.allCases.map { code in
            KeyedChoice(
                value: code.rawValue, label: pages.said("staffArea", code.rawValue),
                isChosen: form.areas.contains(code.rawValue), key: code.deskKey)
        }
        areaProblem = wrong.says("area", in: words)
        councils = pages.councils(chosen: form.authority, none: "councilNotSaid")
        council = form.council
        councilTyped = opened.told.councilTyped
        authorityProblem = wrong.says("authority", in: words)
        councilProblem = wrong.says("council", in: words)
        likeness = LikenessView(
            opened, chosen: form.voice, problem: wrong.says("voice", in: words), rules: rules.likeness, in: pages)
        self.risk = risk.flatMap {
            RiskView(
                $0, in: opened.told.original, confirms: form.confirmsRisk,
                problem: wrong.says("confirm_risk", in: words), words: words)
        }
        deciding = DecidingView(opened, form, problems: wrong, rules: rules, in: pages)
        decisionKeys = deciding.decisions.map {
            KeyedChoice(value: $0.value, label: $0.label, isChosen: $0.isChosen, key: String($0.value.prefix(1)))
        }
        mustConfirm = !identifiersLeft.isEmpty
        self.identifiersLeft = identifiersLeft
        confirmsIdentifiers = form.confirmsIdentifiers
        history = History.all(of: concern, rules.decisions, in: pages)
        hasHistory = !history.isEmpty
    }

    private static func facts(_ concern: DeskConcern, _ told: Told, in pages: StaffPages) -> [Fact] {
        let summary = concern.summary
        func fact(_ label: String, _ value: String) -> Fact { Fact(label: pages.words(label), value: value) }
        let children = told.children.map { fact("factChildren", "\($0)") }
        return [
            fact("columnArrived", summary.arrivedOn.description),
            fact("factSaidOn", told.saidOn?.description ?? pages.words("notSaid")),
            fact("columnChannel", pages.said("staffChannel", summary.channel.rawValue)),
            fact("columnState", pages.state(of: summary)),
            fact("factTeller", pages.said("staffTeller", summary.teller?.rawValue ?? "not-said")),
            fact("factAge", pages.said("staffAge", told.ageBand?.rawValue ?? "not-said")),
            fact("factSharing", pages.said("staffSharing", concern.sharing.rawValue)),
            fact("factAreasTicked", pages.names(of: told.areas)),
            fact("factLanguage", told.language.map(pages.languageName) ?? pages.words("notSaid")),
        ] + [children].compactMap { $0 }
    }

    static func rows(
        _ form: ReviewForm, _ original: Original, _ finds: FindReasons, _ wrong: FormProblems, in pages: StaffPages
    ) -> [Row] {
        let scalars = Array(original.words.unicodeScalars)
        return form.rows.enumerated().map { index, row in
            var covers = String.UnicodeScalarView()
            let redaction = row.redaction(within: scalars.count)
            if let range = redaction?.scalars { covers.append(contentsOf: scalars[range]) }
            let (why, isUnsure) = redaction.map(finds.why) ?? ("", false)
            return Row(
                number: index, covers: SeenText.words(String(covers)), start: row.start, end: row.end,
                isKept: row.isKept,
                kinds: pages.choices(IdentifierKind.self, "staffKind") { $0 == row.kind }, why: why, isUnsure: isUnsure,
                rowProblem: wrong.says("start-\(index)", in: pages.words))
        }
    }

    static func additions(_ form: ReviewForm, _ wrong: FormProblems, in pages: StaffPages) -> [Addition] {
        (0..<max(ReviewForm.additionRows, form.additions.count + 1)).map { index in
            let typed = index < form.additions.count ? form.additions[index] : nil
            let kind = typed?.kind ?? IdentifierKind.person.rawValue
            return Addition(
                number: index, text: typed?.text ?? "",
                kinds: pages.choices(IdentifierKind.self, "staffKind") { $0 == kind },
                rowProblem: wrong.says("add_text-\(index)", in: pages.words))
        }
    }
}

extension ReviewView.Parted {
    init(_ parted: PartedText) {
        self.init(
            quoted: parted.quoted.map(SeenText.words), signature: parted.signature.map(SeenText.words),
            attachments: parted.attachments.map(SeenText.words), hasAttachments: !parted.attachments.isEmpty)
    }
}
