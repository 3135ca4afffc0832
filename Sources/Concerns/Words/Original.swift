/// The words as a young person sent them.
///
/// They may identify a child, so the type never shows them by itself: its description is fixed and its mirror empty,
/// and no log line, template or failed expectation can spill what it holds.
package struct Original: Hashable, Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The words themselves; read only where they are sealed, triaged, or shown to a moderator.
    package let words: String

    package init(_ words: String) { self.words = words }

    package var description: String { "(words withheld)" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
