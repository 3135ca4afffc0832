import Inbox

/// Reads sources one after the other into batches of messages; of no source more is held than a few chunks and messages.
struct InboxFeed {
    private let format: InboxFormat
    private let find: () -> FoundSource?
    private var open: OpenSource?
    private var waiting: ArraySlice<InboxBatch.Piece> = []
    private var buffer = [UInt8](repeating: 0, count: SourceFile.chunkByteCount)
    /// How many bytes were read, for whoever waits.
    private(set) var bytesRead = 0

    /// - Parameter find: what is to be read next; nil at the end.
    init(format: InboxFormat, find: @escaping () -> FoundSource?) {
        self.format = format
        self.find = find
    }

    /// - Returns: nil at the end.
    mutating func next() -> InboxBatch? {
        var batch = InboxBatch()
        while !batch.isFull, let piece = nextPiece() { batch.append(piece) }
        return batch.pieces.isEmpty ? nil : batch
    }

    private mutating func nextPiece() -> InboxBatch.Piece? {
        while waiting.isEmpty {
            if let open {
                let (pieces, bytes) = open.read(through: &buffer)
                waiting = pieces[...]
                bytesRead += bytes
                if open.isAtEnd { self.open = nil }
            } else if let found = find() {
                switch found {
                case .file(let file, let source): open = OpenSource(file, source, format: format)
                case .refused(let source, let reason):
                    waiting = [.refused(source, index: 0, reason: reason), .end(source, isWhole: true)]
                }
            } else {
                return nil
            }
        }
        return waiting.popFirst()
    }
}

/// A source while it is read: always one message behind, since only the end shows whether the last one is whole.
private final class OpenSource {
    private let file: SourceFile
    private let source: InboxSource
    private var splitter: EntrySplitter
    private var last: InboxEntry?
    private(set) var isAtEnd = false

    init(_ file: SourceFile, _ source: InboxSource, format: InboxFormat) {
        self.file = file
        self.source = source
        splitter = EntrySplitter(named: source.name, format: format)
    }

    /// Reads a chunk more.
    func read(through buffer: inout [UInt8]) -> (pieces: [InboxBatch.Piece], bytes: Int) {
        var found: [InboxEntry] = []
        do throws(SourceProblem) {
            let count = try file.read(into: &buffer)
            if count == 0 { return (end(because: nil), 0) }
            splitter.take(buffer[..<count]) { found.append($0) }
            return (pieces(of: found), count)
        } catch {
            return (end(because: error.description), 0)
        }
    }

    private func pieces(of found: [InboxEntry]) -> [InboxBatch.Piece] {
        guard let newest = found.last else { return [] }
        let whole = [last].compactMap { $0 } + found.dropLast()
        last = newest
        return whole.map { .entry($0, source) }
    }

    private func end(because problem: String?) -> [InboxBatch.Piece] {
        isAtEnd = true
        var found: [InboxEntry] = []
        splitter.finish { found.append($0) }
        var pieces = pieces(of: found)
        let problem = problem ?? (file.hasChanged ? Self.changed : nil)
        if let problem {
            pieces.append(.refused(source, index: last?.index ?? 0, reason: problem))
        } else if let last {
            pieces.append(.entry(last, source))
        }
        pieces.append(.end(source, isWhole: problem == nil))
        return pieces
    }

    private static let changed =
        "The file changed while it was read, so what stands last in it was not taken. Run it again when it is whole."
}
