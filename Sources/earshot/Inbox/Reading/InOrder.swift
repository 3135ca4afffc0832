/// Makes things ready on every core and hands them on in their order, while the next ones are made ready.
enum InOrder {
    /// - Parameters:
    ///   - tasks: how many are made ready at once; one more waits for its turn.
    ///   - mostBytes: no more than so many bytes are under way, but for a single one that has more.
    ///   - next: the next one with its size in bytes; nil at the end.
    /// - Throws: what `prepare` or `finish` throws first; nothing is handed on after that.
    static func run<Raw: Sendable, Ready: Sendable>(
        tasks: Int, mostBytes: Int, next: () throws -> (raw: Raw, bytes: Int)?,
        prepare: @escaping @Sendable (Raw) throws -> Ready, finish: (Ready) async throws -> Void
    ) async throws {
        var underWay: ArraySlice<(task: Task<Ready, any Error>, bytes: Int)> = []
        var bytes = 0
        func finishFirst() async throws {
            guard let first = underWay.popFirst() else { return }
            bytes -= first.bytes
            try await finish(first.task.value)
        }
        do {
            while let (raw, size) = try next() {
                while underWay.count > tasks || (!underWay.isEmpty && bytes + size > mostBytes) {
                    try await finishFirst()
                }
                underWay.append((Task { try prepare(raw) }, size))
                bytes += size
            }
            while !underWay.isEmpty { try await finishFirst() }
        } catch {
            for one in underWay { one.task.cancel() }
            throw error
        }
    }
}
