import Foundation

/// Where commands write: results to standard output, everything else to standard error.
enum Console {
    /// Something for the person at the terminal.
    static func say(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }

    /// A result, which another program may read.
    static func result(_ text: String) { FileHandle.standardOutput.write(Data((text + "\n").utf8)) }

    /// A bar that grows on one line, where standard error is a terminal.
    static func progress(_ title: String, _ done: Int, of total: Int) {
        guard isatty(STDERR_FILENO) == 1, total > 0 else { return }
        let width = 30
        let filled = min(width, done * width / total)
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
        let end = done >= total ? "\n" : ""
        FileHandle.standardError.write(Data("\r\(bar) \(title)\(end)".utf8))
    }
}
