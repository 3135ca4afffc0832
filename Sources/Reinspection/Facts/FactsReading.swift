import Concerns
import FactFiles

/// One reading of the facts folder: all that could be read, and every problem met on the way.
struct FactsReading {
    private(set) var authorities: Authorities?
    private(set) var workingDays: WorkingDays?
    private(set) var reasons: ReasonWords?
    private(set) var frameworks: [Framework] = []
    private(set) var policies: [String: Policy] = [:]
    private(set) var judgements: [Judgement] = []
    private(set) var problems: [FactProblem] = []

    private let files: [String: String]

    init(_ files: [String: String]) {
        self.files = files
        authorities = read("authorities.csv") { text, file throws(FactProblem) in
            try AuthoritiesFile.read(text, file: file)
        }
        readPlaces()
        workingDays = read("bank-holidays.csv") { text, file throws(FactProblem) in
            try BankHolidaysFile.read(text, file: file)
        }
        reasons = read("reasons.yaml") { text, file throws(FactProblem) in try ReasonWords(text, file: file) }
        readFrameworks()
        readPolicies()
        readJudgements()
        checkReceiptWords()
    }

    private mutating func readPlaces() {
        // Without the authorities every place would be blamed for what is wrong with them.
        guard let bare = authorities else { return }
        let whole = read("places.csv") { text, file throws(FactProblem) in
            try PlacesFile.read(text, file: file, into: bare)
        }
        authorities = whole ?? bare
    }

    private mutating func readFrameworks() {
        let all = names(in: "frameworks/").compactMap { name in
            read(name) { text, file throws(FactProblem) in try FrameworkFile(text, file: file) }
        }
        for file in all {
            do { frameworks.append(try file.framework(among: all)) } catch { problems.append(error) }
        }
        frameworks.sort { ($0.validFrom, $0.id) < ($1.validFrom, $1.id) }
        if all.isEmpty { miss("frameworks/sif-2013.yaml") }
    }

    private mutating func readPolicies() {
        let items = Set(frameworks.flatMap { $0.annex.items.map(\.id) })
        for name in names(in: "policies/") {
            guard let policy = read(name, { text, file throws(FactProblem) in try PolicyFile.read(text, file: file) })
            else { continue }
            policies[policy.id] = policy
            for item in policy.annexItemsAlways.value where !frameworks.isEmpty && !items.contains(item) {
                problems.append(
                    FactProblem(
                        file: name, line: line(of: "annexItemsAlways:", in: name),
                        says: "no framework asks for an item “\(item)”",
                        remedy: "Name items of an annex, or add it to the framework."))
            }
        }
        if files["policies/\(PolicyPromise.trust).yaml"] == nil { miss("policies/\(PolicyPromise.trust).yaml") }
    }

    private mutating func readJudgements() {
        // Without all frameworks most rows would be blamed for what is wrong elsewhere.
        guard !problems.contains(where: { $0.file.hasPrefix("frameworks/") }) else { return }
        let ilacs = frameworks.filter { $0.id.hasPrefix("ilacs") }
        let tables = [
            read("outcomes/sif.csv") { text, file throws(FactProblem) in try JudgementsFile.readSIF(text, file: file) },
            read("outcomes/ilacs.csv") { text, file throws(FactProblem) in
                try JudgementsFile.readILACS(text, file: file, frameworks: ilacs)
            },
        ].compactMap(\.self)
        for table in tables {
            problems += table.problems
            for row in table.judgements { check(row) }
            judgements += table.judgements.map(\.judgement)
        }
        judgements.sort {
            ($0.published.knownBy, $0.authority) < ($1.published.knownBy, $1.authority)
        }
    }

    /// What no single file can know: whether the authority, the framework and its grades are there.
    private mutating func check(_ row: JudgementRow) {
        let judgement = row.judgement
        if let authorities, authorities[judgement.authority] == nil {
            problems.append(
                row.row.problem(
                    "\(judgement.authority) is no authority in authorities.csv", "Correct the code, or add the row."))
        }
        guard let framework = frameworks.first(where: { $0.id == judgement.framework }) else { return }
        if framework.kind(judgement.kind) == nil {
            problems.append(
                row.row.problem(
                    "\(framework.id) has no such kind of inspection",
                    "It has: \(framework.kinds.map(\.id).joined(separator: ", "))."))
        }
        if framework.hasOverall == (judgement.overall == .notGiven) {
            problems.append(
                row.row.problem(
                    "the overall grade does not fit \(framework.id)",
                    framework.hasOverall ? "Write the grade." : "Write “not given (framework from April 2026)”."))
        }
        let separate = framework.judgement(for: .careLeavers)?.answersFor.first == .careLeavers
        if case .within = judgement.grades[.careLeavers] ?? .notGiven, separate {
            problems.append(
                row.row.problem("\(framework.id) grades care leavers apart", "Write the grade of care leavers."))
        } else if case .graded = judgement.grades[.careLeavers], !separate {
            problems.append(
                row.row.problem(
                    "\(framework.id) grades care leavers with children in care",
                    "Write “judged together with children in care”."))
        }
    }

    /// Nothing here needs the words, but a folder that the service would refuse to start from must not pass.
    private mutating func checkReceiptWords() {
        let name = "receipt-words.txt"
        guard let text = files[name] else { return }
        do { _ = try ReceiptWords(lines: text) } catch {
            problems.append(
                FactProblem(
                    file: name, line: error.line > 0 ? error.line : nil, says: error.says,
                    remedy: "Put back the list that Earshot came with: receipts given out are read by it."))
        }
    }

    private mutating func read<Value>(
        _ name: String, _ reader: (String, String) throws(FactProblem) -> Value
    ) -> Value? {
        guard let text = files[name] else {
            miss(name)
            return nil
        }
        do { return try reader(text, name) } catch {
            problems.append(error)
            return nil
        }
    }

    private mutating func miss(_ name: String) {
        problems.append(
            FactProblem(
                file: name, line: nil, says: "the file is missing", remedy: "Put it back from the copy shipped."))
    }

    private func names(in folder: String) -> [String] {
        files.keys.filter { $0.hasPrefix(folder) && $0.hasSuffix(".yaml") }.sorted()
    }

    private func line(of words: String, in name: String) -> Int? {
        files[name]?.split(separator: "\n", omittingEmptySubsequences: false)
            .firstIndex { $0.contains(words) }.map { $0 + 1 }
    }
}
