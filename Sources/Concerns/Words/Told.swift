/// What someone told us, whole, as it is sealed: the words, and all they said beside them that nobody but a moderator needs.
///
/// Together such answers can point at one child, the more so in a small council, so they are sealed with the words and the
/// type shows none of them by itself.
package struct Told: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
    package let original: Original
    /// What was typed for the council, whether or not an authority could be made of it.
    package let councilTyped: String?
    /// The areas that were ticked; the moderator's coding comes later.
    package let areas: [JudgementArea]
    package let ageBand: AgeBand?
    /// The language that is easiest for them, BCP 47.
    package let language: String?
    /// How many children an advocate says the words are of, in one voice; nil where nobody said.
    package let children: Int?
    /// The day that the message itself states, which may lie long before the day it came in; nil where none is stated.
    package let saidOn: Day?
    /// What stood beside the words in the mail that brought them.
    package let parted: PartedText?

    package init(
        _ original: Original, councilTyped: String? = nil, areas: [JudgementArea] = [], ageBand: AgeBand? = nil,
        language: String? = nil, children: Int? = nil, saidOn: Day? = nil, parted: PartedText? = nil
    ) {
        self.original = original
        self.councilTyped = councilTyped
        self.areas = areas
        self.ageBand = ageBand
        self.language = language
        self.children = children
        self.saidOn = saidOn
        self.parted = parted
    }

    package var description: String { original.description }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
