internal import GRDB

/// Why the store cannot do what was asked, for the person who runs the service; never with SQL or anyone's words.
package enum StoreProblem: Error, Equatable, CustomStringConvertible {
    case cannotOpen
    case damaged
    case locked
    /// The disk is full, or writing to it fails.
    case cannotWrite
    /// A later version of Earshot made the file.
    case tooNew
    /// A setting that durability needs is not in force.
    case unsafe(setting: String, is: String)
    /// A rule of the schema was broken: a fault of ours.
    case refused
    case other(code: Int32)

    init(_ error: any Error) {
        if let problem = error as? StoreProblem {
            self = problem
            return
        }
        guard let error = error as? DatabaseError else {
            self = .other(code: 0)
            return
        }
        self =
            switch error.resultCode {
            case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: .cannotOpen
            case .SQLITE_CORRUPT, .SQLITE_NOTADB: .damaged
            case .SQLITE_BUSY, .SQLITE_LOCKED: .locked
            case .SQLITE_FULL, .SQLITE_IOERR, .SQLITE_READONLY: .cannotWrite
            case .SQLITE_CONSTRAINT: .refused
            default: .other(code: error.resultCode.rawValue)
            }
    }

    package var description: String {
        switch self {
        case .cannotOpen: "The database cannot be opened. Check that the data folder is there and is this user’s."
        case .damaged: "The database is damaged or is not Earshot’s. Restore it from a backup."
        case .locked: "The database is in use by another program. Stop it, or wait until it has finished."
        case .cannotWrite: "Nothing can be written. The disk may be full: make room, then try again."
        case .tooNew: "A later version of Earshot made this database. Run that version."
        case .unsafe(let setting, let value):
            "SQLite’s \(setting) is \(value): a message that was acknowledged could be lost. Earshot does not start."
        case .refused: "The database refused what was to be kept. Nothing was changed; please report this."
        case .other(let code): "The database failed (SQLite \(code)). Nothing was changed; please report this."
        }
    }
}
