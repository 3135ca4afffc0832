/// The first entry of the log with which something is wrong, and what.
package struct LogFault: Hashable, Sendable, CustomStringConvertible {
    package enum Kind: Hashable, Sendable {
        /// It does not say what it said when it was written; or one before it is gone and the numbers were closed up.
        case changed
        /// So many numbers before it are not there.
        case missingBefore(Int)
        /// It is whole, but stands in another place than it was written in.
        case outOfOrder
        /// Those before and after it belong together without it.
        case putIn
        /// It and those after it, so many, are not there, though the head that is kept outside the database knows them.
        case cutOff(Int)
        /// It is another than the one that the head kept outside knows under this number.
        case replaced
        /// What is said to have been the last of the entries whose term was over was not written by the service.
        case beginningForged
    }

    package let number: Int
    /// As it stands there; nil for one that is not there.
    package let day: String?
    package let kind: Kind

    /// One word for scripts.
    package var code: String {
        switch kind {
        case .changed: "changed"
        case .missingBefore: "missing-before"
        case .outOfOrder: "out-of-order"
        case .putIn: "put-in"
        case .cutOff: "cut-off"
        case .replaced: "replaced"
        case .beginningForged: "beginning-forged"
        }
    }

    package var description: String {
        let entry = "Entry \(number)\(day.map { " of \($0)" } ?? "")"
        return switch kind {
        case .changed:
            "\(entry) was changed, or one before it was taken out and the numbers were closed up."
        case .missingBefore(let count):
            "\(entry): \(count == 1 ? "the entry" : "\(count) entries") before it \(count == 1 ? "is" : "are") missing."
        case .outOfOrder: "\(entry) is out of order: it was written in another place."
        case .putIn: "\(entry) was put in: those before and after it belong together."
        case .cutOff(let count):
            "\(entry) is missing, and the log ends before it: \(count) \(count == 1 ? "entry was" : "entries were") cut off."
        case .replaced: "\(entry) is not the one that was written: the log was cut off and written on."
        case .beginningForged:
            "\(entry) is said to be the last whose term was over, but that was not written by the service."
        }
    }
}

/// What came of going through the whole log.
package struct LogVerdict: Hashable, Sendable {
    /// How many entries were read.
    package let entries: Int
    /// How many older ones are gone, as their term was over.
    package let ended: Int
    /// Nil when every entry follows from the one before.
    package let fault: LogFault?
}
