import Foundation

/// How many files and sockets this process may have open at once, and how many of them may be visitors' connections.
///
/// Without a bound below the system's own, connections that only wait take the last descriptor; then no page is answered,
/// no concern kept and nobody called.
struct Descriptors: Equatable {
    /// No more is asked for: some systems grant a thousand million, and some programs that we start close each one by one.
    static let most = 65_536
    /// Left for the database, the log, the event loops and the pager, which hold some forty.
    static let reserve = 128
    /// With bodies of 256 KiB each these fill two gigabytes; a council's whole care population fits four times over.
    static let mostConnections = 8_192

    let limit: Int

    /// - Parameters:
    ///   - soft: what the process was started with.
    ///   - hard: what it may raise that to.
    init(soft: Int, hard: Int) { limit = max(soft, min(hard, Self.most)) }

    /// Further ones wait in the system's queue until one of these is closed.
    var connections: Int { min(Self.mostConnections, max(limit - Self.reserve, limit / 2)) }

    /// Raises the limit of this process as far as it may.
    static func raised() -> Descriptors {
        let files = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        var given = rlimit()
        guard getrlimit(files, &given) == 0 else { return Descriptors(soft: 1_024, hard: 1_024) }
        let soft = Int(clamping: given.rlim_cur)
        let wanted = Descriptors(soft: soft, hard: Int(clamping: given.rlim_max))
        given.rlim_cur = rlim_t(wanted.limit)
        return setrlimit(files, &given) == 0 ? wanted : Descriptors(soft: soft, hard: soft)
    }
}
