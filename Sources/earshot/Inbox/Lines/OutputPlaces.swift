import Foundation

/// Where an import writes, looked at before it opens anything: to open is to empty, and what lies there may be a child's.
struct OutputPlaces {
    let report: String?
    let receipts: String?

    /// - Parameter inputs: what is to be read.
    /// - Throws: ``CommandFailure`` when one is also read, or both are one.
    func check(against inputs: [String]) throws(CommandFailure) {
        try Self.check(report, of: "--report", against: inputs)
        try Self.check(receipts, of: "--receipts", against: inputs)
        if let report, let receipts, Self.isSame(report, receipts) {
            throw .usage("--report and --receipts name one file. Name two.")
        }
    }

    /// - Parameter option: by which the place was named.
    /// - Throws: ``CommandFailure`` when what is to be written is also read.
    static func check(_ path: String?, of option: String, against inputs: [String]) throws(CommandFailure) {
        guard let path, let identity = identity(of: path), inputs.contains(where: { Self.identity(of: $0) == identity })
        else { return }
        throw .usage("\(option) names “\(path)”, which is to be read. It would be emptied: name another file.")
    }

    /// Puts receipts that lie there already under a numbered name: after two days they cannot be made again.
    ///
    /// - Throws: ``CommandFailure`` when they cannot be moved.
    func keepFormerReceipts() throws(CommandFailure) {
        guard let receipts, let state = Self.state(of: receipts), state.size > 0 else { return }
        for number in 1..<10_000 {
            let other = FileName("\(receipts).\(number)")
            if (try? FileState.of(other, in: AT_FDCWD, followsLink: false)) != nil { continue }
            let status = FileName(receipts).withCString { from in other.withCString { rename(from, $0) } }
            guard status == 0 else { break }
            return Console.say("The receipts that lay in “\(receipts)” are in “\(other.shown)” now.")
        }
        throw .inputOutput("“\(receipts)” holds something already that cannot be moved. Name another file.")
    }

    private static func isSame(_ one: String, _ other: String) -> Bool {
        if let first = identity(of: one), let second = identity(of: other) { return first == second }
        // What is there and is no file, such as /dev/null, may be named twice.
        let isOther = [one, other].contains {
            (try? FileState.of(FileName($0), in: AT_FDCWD, followsLink: true)) != nil
        }
        return !isOther && URL(filePath: one).standardizedFileURL == URL(filePath: other).standardizedFileURL
    }

    /// Nil for what is not there or is no file, such as /dev/null.
    private static func identity(of path: String) -> FileIdentity? { state(of: path)?.identity }

    private static func state(of path: String) -> FileState? {
        guard let state = try? FileState.of(FileName(path), in: AT_FDCWD, followsLink: true),
            SourceProblem(kind: state.mode) == nil
        else { return nil }
        return state
    }
}
