/// What one reader made of a concern: how urgent it is, and what it bears on.
package struct Coding: Hashable, Sendable {
    package let urgency: Urgency
    /// In the order of the reports.
    package let areas: [JudgementArea]

    package init(urgency: Urgency, areas: some Sequence<JudgementArea>) {
        self.urgency = urgency
        self.areas = Set(areas).sorted()
    }
}

/// One concern that two moderators coded, the second without knowing what the first had made of it.
package struct CodedTwice: Hashable, Sendable {
    package let first: Coding
    package let second: Coding

    package init(first: Coding, second: Coding) {
        self.first = first
        self.second = second
    }
}

/// What agreement is measured of.
package enum CodedMatter: Hashable, Sendable, CaseIterable {
    /// Ordinal: from spam, the least urgent, to danger now.
    case urgency
    /// Nominal: whether the concern bears on the area or not.
    case area(JudgementArea)

    package static var allCases: [CodedMatter] { [.urgency] + JudgementArea.allCases.map(CodedMatter.area) }

    /// The place of a coding on this matter’s scale.
    package func code(of coding: Coding) -> Int {
        switch self {
        case .urgency: coding.urgency.rank
        case .area(let area): coding.areas.contains(area) ? 1 : 0
        }
    }

    /// What two readings said of it.
    package func codings(of concerns: [CodedTwice]) -> Codings {
        let units = concerns.map { [code(of: $0.first), code(of: $0.second)] as [Int?] }
        return switch self {
        case .urgency: Codings(units, of: Urgency.allCases.count, on: .ordinal)
        case .area: Codings(units, of: 2, on: .nominal)
        }
    }
}
