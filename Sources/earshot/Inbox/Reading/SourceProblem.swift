import Foundation

/// Why a file or folder is not read, as a sentence for the person who handed it in.
enum SourceProblem: Error, Equatable, CustomStringConvertible {
    case missing, forbidden, folder, link, pipe, socket, device, tooDeep, empty
    /// Where reading broke off; the number is the system's (`errno`).
    case failed(Int32)

    /// From `errno`, after a call to the system went wrong.
    init(_ code: Int32) {
        self =
            switch code {
            case ENOENT, ENOTDIR: .missing
            case EACCES, EPERM: .forbidden
            case ELOOP: .link
            case ENXIO: .socket
            default: .failed(code)
            }
    }

    /// What stands in the way of reading something of this kind as a file; nil for a regular file.
    init?(kind: mode_t) {
        switch kind & S_IFMT {
        case S_IFREG: return nil
        case S_IFDIR: self = .folder
        case S_IFLNK: self = .link
        case S_IFIFO: self = .pipe
        case S_IFSOCK: self = .socket
        default: self = .device
        }
    }

    /// Whether it is a file that might be read another time, rather than something that never holds a message.
    var isAboutReading: Bool {
        switch self {
        case .forbidden, .failed: true
        default: false
        }
    }

    var description: String {
        switch self {
        case .missing: "There is nothing of this name. Check the path."
        case .forbidden: "It cannot be read. Check its permissions."
        case .folder: "It is a folder. Name it by itself."
        case .link: "It is a link, and links are not followed here. Name the file that it points to."
        case .pipe: "It is a pipe, not a file. Give it on standard input, and name it “-”."
        case .socket: "It is a socket, not a file. Take it out of the folder."
        case .device: "It is a device, not a file. Take it out of the folder."
        case .tooDeep: "It lies more than \(InboxWalk.mostFolders) folders deep. Name its folder by itself."
        case .empty: "There are no messages in this folder. Check the path."
        case .failed(let code):
            "It cannot be read to its end (system error \(code)). Check the disk, then run it again."
        }
    }
}
