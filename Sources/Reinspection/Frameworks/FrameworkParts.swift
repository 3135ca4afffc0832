import Concerns
import FactFiles

/// The parts of a framework's file that say what is judged and by which questions.
enum FrameworkParts {
    static func judgements(_ tree: FactTree) throws(FactProblem) -> [FrameworkJudgement] {
        var judgements: [FrameworkJudgement] = []
        var answered: Set<JudgementArea> = []
        for entry in try tree.list {
            try entry.allow(only: ["id", "title", "parent", "answersFor", "countsToOverall"])
            let judgement = FrameworkJudgement(
                id: try entry["id"].text, title: try entry["title"].text, parent: try entry.optional("parent")?.text,
                answersFor: try entry["answersFor"].areas, countsToOverall: try entry["countsToOverall"].flag)
            for area in judgement.answersFor where !answered.insert(area).inserted || area == .listenedTo {
                throw entry.problem(
                    "\(judgement.id) cannot answer for \(area)", "Each area has one judgement, listened-to none.")
            }
            if let parent = judgement.parent, !judgements.contains(where: { $0.id == parent }) {
                throw entry.problem("the parent \(parent) does not stand above", "List the parent first.")
            }
            judgements.append(judgement)
        }
        return judgements
    }

    static func checkGrades(_ tree: FactTree) throws(FactProblem) {
        for entry in try tree.list { _ = try entry.choice(of: Grade.self) }
    }

    static func trigger(
        _ tree: FactTree, _ judgements: [FrameworkJudgement], hasOverall: Bool
    ) throws(FactProblem) -> CaseTrigger {
        guard let anyOf = tree.optional("anyOf") else {
            guard try tree.text == "overall", hasOverall else {
                throw tree.problem("this trigger cannot be used", "Write anyOf: and the judgements that open a case.")
            }
            return .overall
        }
        try tree.allow(only: ["anyOf"])
        var ids: [String] = []
        for entry in try anyOf.list {
            let id = try entry.text
            guard judgements.contains(where: { $0.id == id && !$0.answersFor.isEmpty }) else {
                throw entry.problem("there is no judgement “\(id)”", "Name one that answers for an area.")
            }
            ids.append(id)
        }
        guard !ids.isEmpty else { throw anyOf.problem("no judgement opens a case", "Name at least one.") }
        return .anyOf(ids)
    }

    static func kinds(_ tree: FactTree) throws(FactProblem) -> [InspectionKind] {
        try tree.list.map { entry throws(FactProblem) in
            try entry.allow(only: ["id", "title", "shape", "grades", "confidence", "source"])
            return InspectionKind(
                id: try entry["id"].text, title: try entry["title"].text,
                shape: try entry["shape"].choice(of: InspectionKind.Shape.self),
                grades: try entry["grades"].choice(of: InspectionKind.Grades.self),
                confidence: try entry["confidence"].choice(of: Confidence.self), source: try entry["source"].text)
        }
    }

    static func criteria(_ tree: FactTree, listenedTo: FactTree) throws(FactProblem) -> [Criterion] {
        let areas = JudgementArea.allCases.filter { $0 != .listenedTo }
        try tree.allow(only: ["confidence", "source"] + areas.map(\.rawValue))
        _ = (try tree["confidence"].choice(of: Confidence.self), try tree["source"].text)
        let heard = Set(try listenedTo.texts)
        var criteria: [Criterion] = []
        for area in areas {
            let entries = try tree[area.rawValue]
            for id in entries.keys {
                criteria.append(
                    Criterion(id: id, area: area, text: try entries[id].text, isListenedTo: heard.contains(id)))
            }
        }
        for entry in try listenedTo.list {
            let id = try entry.text
            guard criteria.contains(where: { $0.id == id }) else {
                throw entry.problem("there is no criterion “\(id)”", "Name one of those above.")
            }
        }
        return criteria
    }

    static func annex(_ tree: FactTree) throws(FactProblem) -> Annex {
        try tree.allow(only: ["confidence", "source", "lists", "items"])
        _ = (try tree["confidence"].choice(of: Confidence.self), try tree["source"].text)
        return Annex(lists: try entries(try tree["lists"]), items: try entries(try tree["items"]))
    }

    private static func entries(_ tree: FactTree) throws(FactProblem) -> [AnnexEntry] {
        var entries: [AnnexEntry] = []
        for entry in try tree.list {
            try entry.allow(only: ["id", "title", "areas"])
            let areas = try entry["areas"]
            let id = try entry["id"].text
            guard !entries.contains(where: { $0.id == id }) else {
                throw entry.problem("“\(id)” stands twice", "Give each its own id.")
            }
            entries.append(
                AnnexEntry(
                    id: id, title: try entry["title"].text,
                    areas: (try? areas.text) == "all" ? nil : Set(try areas.areas)))
        }
        return entries
    }
}

extension FactTree {
    /// The judgement areas of a list.
    var areas: [JudgementArea] {
        get throws(FactProblem) { try list.map { entry throws(FactProblem) in try entry.area } }
    }
}
