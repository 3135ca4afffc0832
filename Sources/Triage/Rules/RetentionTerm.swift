import FactFiles

/// How long one kind of record is kept, and why.
package struct RetentionTerm: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case decidedOriginal = "decided-original"
        case withdrawnOriginal = "withdrawn-original"
        case spamOriginal = "spam-original"
        case receipt
        case safeguardingRecord = "safeguarding-record"
        case log
        case backup
    }

    package let kind: Kind
    /// Months after the decision; 0 means at once.
    package let months: Int
    package let reason: String

    package init(kind: Kind, months: Int, reason: String) {
        self.kind = kind
        self.months = months
        self.reason = reason
    }

    /// - Throws: ``FactProblem`` also when a kind is missing or stands twice.
    static func all(in tree: FactTree) throws(FactProblem) -> [RetentionTerm] {
        try tree.allow(only: ["terms"])
        let terms = try tree["terms"].list.map { entry throws(FactProblem) in
            try entry.allow(only: ["kind", "months", "reason"])
            let months = try entry["months"].int
            guard (0...1200).contains(months) else {
                throw try entry["months"].problem("\(months) months cannot be", "Write 0 to 1200.")
            }
            return RetentionTerm(
                kind: try entry["kind"].choice(of: Kind.self), months: months, reason: try entry["reason"].text)
        }
        for kind in Kind.allCases where terms.count(where: { $0.kind == kind }) != 1 {
            throw tree.problem(
                "“\(kind.rawValue)” must stand here once", "Give it one entry with its months and reason.")
        }
        return terms
    }
}
