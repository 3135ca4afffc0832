import Pages
import Store

/// What the quality of coding asks for, at the head of the queue.
struct QualityMarks: Sendable {
    /// How many concerns wait for this moderator’s second reading.
    let second: String
    /// How many texts are withheld until someone takes out what was left in; nil where none are.
    let withheld: String?
    let isLead: Bool

    init(toRead: Int, withheld: Int, for session: Session, in pages: StaffPages) {
        second = pages.words("queueSecond", ["count": "\(toRead)"])
        self.withheld = withheld > 0 ? pages.words("queueWithheld", ["count": "\(withheld)"]) : nil
        isLead = session.isLead
    }
}
