/// A count as it may be shown: below the floor it is a band and no number, so that nobody can be singled out (T15 note).
package enum ShownCount: Hashable, Sendable, CustomStringConvertible {
    /// Nobody at all; it means that we do not know, never that all is well (X4).
    case none
    case fewerThan(Int)
    case exactly(Int)

    /// - Parameter floor: the smallest number that may be shown: 5 to staff, 10 in public.
    package init(_ count: Int, floor: Int) {
        self = count <= 0 ? .none : count < floor ? .fewerThan(floor) : .exactly(count)
    }

    package var description: String {
        switch self {
        case .none: "none"
        case .fewerThan(let floor): "fewer than \(floor)"
        case .exactly(let count): "\(count)"
        }
    }
}
