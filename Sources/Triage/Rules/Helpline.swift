package import Concerns
import FactFiles

/// A place to turn to for help.
package struct Helpline: Hashable, Sendable {
    package enum Confidence: String, CaseIterable, Sendable { case high, medium, low }

    package let name: String
    /// Numbers and addresses, the quickest first.
    package let contacts: [String]
    package let when: String
    package let whom: String
    /// Whether it stands on every page for young people.
    package let isOnEveryPage: Bool
    /// Where the facts come from.
    package let source: String
    package let confidence: Confidence
    /// The day a person last rang or looked; nil means it must be checked before anyone relies on it.
    package let checkedOn: Day?

    package init(
        name: String, contacts: [String], when: String, whom: String, isOnEveryPage: Bool, source: String,
        confidence: Confidence, checkedOn: Day?
    ) {
        self.name = name
        self.contacts = contacts
        self.when = when
        self.whom = whom
        self.isOnEveryPage = isOnEveryPage
        self.source = source
        self.confidence = confidence
        self.checkedOn = checkedOn
    }

    static func all(in tree: FactTree) throws(FactProblem) -> [Helpline] {
        try tree.allow(only: ["helplines"])
        return try tree["helplines"].list.map { entry throws(FactProblem) in
            try entry.allow(only: [
                "name", "contacts", "when", "for_whom", "on_every_page", "source", "confidence", "checked_on",
            ])
            return Helpline(
                name: try entry["name"].text, contacts: try entry["contacts"].texts, when: try entry["when"].text,
                whom: try entry["for_whom"].text, isOnEveryPage: try entry["on_every_page"].flag,
                source: try entry["source"].text, confidence: try entry["confidence"].choice(of: Confidence.self),
                checkedOn: try checkedOn(entry))
        }
    }

    private static func checkedOn(_ entry: FactTree) throws(FactProblem) -> Day? {
        guard let day = entry.optional("checked_on") else { return nil }
        do { return try Day(try day.text) } catch let problem as FactProblem { throw problem } catch {
            throw day.problem("this is not a day", "Write the day someone checked it, as 2026-03-02, or null.")
        }
    }
}
