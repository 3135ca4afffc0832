/// One independent source: a thread, a relay or a cluster of near-duplicates; signals count voices, never messages.
///
/// Shape: that of a ``ConcernID``; a concern that stands for itself is a voice of its own.
package struct Voice: Hashable, Sendable, CustomStringConvertible {
    package let description: String

    /// The voice that first spoke with this concern.
    package init(of concern: ConcernID) { description = concern.description }
}
