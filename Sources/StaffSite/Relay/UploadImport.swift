import Concerns
import Inbox
import Receiving

/// Has the messages of an upload kept, danger first, some at a time.
struct UploadImport: Sendable {
    /// So many are one transaction: where the disk fails, those before are kept and told of.
    static let together = 50

    let reception: InboxReception

    /// - Parameter abouts: what is to be said of each message that is not left out, by its place.
    /// - Returns: what became of them, also of those kept in earlier runs, and what ended this one early.
    func run(_ upload: Upload, _ abouts: [Int: ImportAbout]) async -> ImportRun {
        var run = ImportRun(taken: upload.taken)
        var left = upload.placesByHaste.filter { abouts[$0] != nil && run.taken[$0] == nil }[...]
        do {
            while !left.isEmpty {
                let places = left.prefix(Self.together)
                var prepared: [PreparedImport] = []
                for place in places {
                    let message = upload.messages[place]
                    prepared.append(
                        try reception.prepared(message.reading, of: message.entry, about: abouts[place] ?? .init()))
                    // Other requests get their turn between two messages.
                    await Task.yield()
                }
                for (place, imported) in zip(places, try await reception.keep(prepared)) {
                    run.taken[place] = imported
                }
                left = left.dropFirst(places.count)
            }
        } catch {
            run.failure = error
        }
        return run
    }
}

/// What came of having an upload imported.
struct ImportRun: Sendable {
    /// What became of the messages, by their place.
    var taken: [Int: Imported]
    /// Why it ended before the last message; nil where it did not.
    var failure: (any Error)?
}
