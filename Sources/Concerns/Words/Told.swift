/// What someone told us, whole, as it is sealed: the words, and the council's name as they typed it.
///
/// Both may identify a child, so the type shows neither by itself.
package struct Told: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
    package let original: Original
    /// What was typed for the council, where no authority could be made of it.
    package let councilTyped: String?

    package init(_ original: Original, councilTyped: String? = nil) {
        self.original = original
        self.councilTyped = councilTyped
    }

    package var description: String { original.description }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
