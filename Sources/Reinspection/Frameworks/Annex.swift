package import Concerns

/// What an authority is asked for: lists of children (Annex A) and papers.
package struct Annex: Hashable, Sendable {
    package let lists: [AnnexEntry]
    package let items: [AnnexEntry]

    package init(lists: [AnnexEntry], items: [AnnexEntry]) {
        self.lists = lists
        self.items = items
    }
}

/// One list or paper and the areas it serves.
package struct AnnexEntry: Hashable, Sendable, Identifiable {
    package let id: String
    package let title: String
    /// Nil where it is asked for whatever is in scope.
    package let areas: Set<JudgementArea>?

    package func serves(_ scope: Set<JudgementArea>) -> Bool { areas.map { !$0.isDisjoint(with: scope) } ?? true }
}
