import Concerns
package import FactFiles

/// A framework's file, before what it takes over from another is put in.
package struct FrameworkFile {
    package let file: String
    let tree: FactTree
    package let id: String
    let validTo: Day?

    /// - Throws: ``FactProblem`` for an entry that is missing, wrong or unknown.
    package init(_ text: String, file: String) throws(FactProblem) {
        self.file = file
        tree = try FactTree(file: file, text: text)
        try tree.allow(only: [
            "id", "title", "validFrom", "validTo", "overall", "grades", "judgements", "trigger", "kinds",
            "statementDueWorkingDays", "full", "minimum", "breadth", "criteria", "listenedTo", "criteriaOf", "annex",
            "annexOf",
        ])
        id = try tree.id(namedAs: file)
        guard tree.keys.contains("validTo") else {
            throw tree.problem("“validTo” is missing", "Write the last day, or “validTo: null” while it is in force.")
        }
        validTo = try tree.optional("validTo")?.day
    }

    /// The framework, with criteria and annex from another where this file says so.
    ///
    /// - Throws: ``FactProblem`` as ``init(_:file:)`` does, or when the other file is not there.
    package func framework(among files: [FrameworkFile]) throws(FactProblem) -> Framework {
        let judgements = try FrameworkParts.judgements(try tree["judgements"])
        let hasOverall = try tree["overall"].flag
        try FrameworkParts.checkGrades(try tree["grades"])
        let from = try tree["validFrom"].day
        if let to = validTo, to < from { throw tree.problem("it ends before it begins", "Correct validTo.") }
        let criteria = try lender("criteriaOf", among: files)
        let annex = try lender("annexOf", among: files)
        let full = try FrameworkShapes.shape(try tree["full"])
        let minimum = try FrameworkShapes.shape(try tree["minimum"])
        return Framework(
            id: id, title: try tree["title"].text, validFrom: from, validTo: validTo, judgements: judgements,
            hasOverall: hasOverall,
            trigger: try FrameworkParts.trigger(try tree["trigger"], judgements, hasOverall: hasOverall),
            kinds: try FrameworkParts.kinds(try tree["kinds"]),
            statementDueWorkingDays: try tree["statementDueWorkingDays"].sourced { tree throws(FactProblem) in
                try tree.positive
            },
            full: full, minimum: minimum,
            breadth: try FrameworkShapes.breadth(try tree["breadth"], full: full, minimum: minimum),
            criteria: try FrameworkParts.criteria(try criteria["criteria"], listenedTo: try criteria["listenedTo"]),
            annex: try FrameworkParts.annex(try annex["annex"]))
    }

    private func lender(_ key: String, among files: [FrameworkFile]) throws(FactProblem) -> FactTree {
        guard let entry = tree.optional(key) else { return tree }
        let name = try entry.text
        guard let other = files.first(where: { $0.id == name }) else {
            throw entry.problem("there is no framework “\(name)”", "Name one that has a file in this folder.")
        }
        return other.tree
    }
}

extension FactTree {
    /// The id, which must be the file's name.
    func id(namedAs file: String) throws(FactProblem) -> String {
        let entry = try self["id"]
        let id = try entry.text
        guard file.split(separator: "/").last.map(String.init) == id + ".yaml" else {
            throw entry.problem("the id “\(id)” is not the file's name", "Name the file \(id).yaml, or correct the id.")
        }
        return id
    }

    var positive: Int {
        get throws(FactProblem) {
            let value = try int
            guard value > 0 else { throw problem("“\(path)” must be more than 0", "Write 1 or more.") }
            return value
        }
    }
}
