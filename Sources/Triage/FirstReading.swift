package import Concerns

/// What must be known of words the moment they arrive, before a person has seen them.
package struct FirstReading: Hashable, Sendable {
    package let urgency: Urgency
    /// What the rules for danger and safeguarding say by themselves, whatever the language; nil where none holds.
    package let alarm: Urgency?
    /// Whether the answer must begin with where help is: for danger, and for rules marked with `help_first`.
    package let needsHelpFirst: Bool

    package init(urgency: Urgency, alarm: Urgency?, needsHelpFirst: Bool) {
        self.urgency = urgency
        self.alarm = alarm
        self.needsHelpFirst = needsHelpFirst
    }

    /// Whether someone must be called now.
    package var isDanger: Bool { alarm == .dangerNow }
}
