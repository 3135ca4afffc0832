/// What is wrong with one field of a form, by the key of the words that say so.
package struct FormProblem: Hashable, Sendable {
    /// The field's name, which is also its id on the page.
    package let field: String
    /// The key of the words.
    package let key: String

    package init(_ field: String, says key: String) {
        self.field = field
        self.key = key
    }
}

/// All that is wrong with a form, in the order of the page.
package struct FormProblems: Error, Hashable, Sendable {
    package let all: [FormProblem]

    package init(_ all: [FormProblem]) { self.all = all }

    package init(_ field: String, says key: String) { all = [FormProblem(field, says: key)] }

    /// The summary's lines, for a template: `{{#problems}}<a href="#{{field}}">{{says}}</a>{{/problems}}`.
    package func lines(in words: Words) -> [ProblemLine] {
        all.map { ProblemLine(field: $0.field, says: words($0.key)) }
    }

    /// What to say beside one field, or nil.
    package func says(_ field: String, in words: Words) -> String? {
        all.first { $0.field == field }.map { words($0.key) }
    }
}

/// One line of a form's summary of problems.
package struct ProblemLine: Hashable, Sendable {
    package let field: String
    package let says: String

    package init(field: String, says: String) {
        self.field = field
        self.says = says
    }
}
