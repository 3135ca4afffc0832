/// Cuts the body of a multipart at its boundary lines (RFC 2046, 5.1.1).
enum Boundary {
    struct Found {
        var slices: [ArraySlice<UInt8>] = []
        var isClosed = false
        var hasMore = false
        var isMended = false
        /// What stands above the first boundary and below the last, where no program shows it.
        var outside: [ArraySlice<UInt8>] = []
    }

    /// - Parameter stated: what the head gives as the boundary; where it stands nowhere in the body, the first line
    ///   that looks like a boundary and has a field of a part under it is taken.
    static func parts(of body: ArraySlice<UInt8>, stated: String?, atMost most: Int) -> Found {
        if let stated, !stated.isEmpty {
            let found = parts(of: body, mark: Array("--\(stated)".utf8), atMost: most)
            if !found.slices.isEmpty || found.isClosed { return found }
        }
        guard let mark = guessed(body) else { return Found() }
        var found = parts(of: body, mark: mark, atMost: most)
        found.isMended = true
        return found
    }

    private static func parts(of body: ArraySlice<UInt8>, mark: [UInt8], atMost most: Int) -> Found {
        var found = Found()
        var start: Int?
        var place = body.startIndex
        while let line = nextLine(startingWith: mark, in: body, from: place) {
            let end = body[line...].place(of: 0x0A) ?? body.endIndex
            place = min(end + 1, body.endIndex)
            let tail = body[(line + mark.count)..<end].trimmed
            let isLast = tail.starts(with: "--".utf8)
            guard isLast || tail.isEmpty else { continue }
            if let start {
                // The line end before a boundary belongs to it.
                found.slices.append(body[start..<max(start, line - 1)])
                if found.slices.count == most {
                    found.hasMore = !isLast
                    found.isClosed = true
                    found.outside.append(body[place...])
                    return found
                }
            }
            if start == nil { found.outside.append(body[..<line]) }
            if isLast {
                found.isClosed = true
                found.outside.append(body[place...])
                return found
            }
            start = place
        }
        if let start { found.slices.append(body[start...]) }
        return found
    }

    private static func nextLine(startingWith mark: [UInt8], in body: ArraySlice<UInt8>, from start: Int) -> Int? {
        if body[start...].starts(with: mark), start == body.startIndex || body[start - 1] == 0x0A { return start }
        return body[start...].place(of: [0x0A] + mark).map { $0 + 1 }
    }

    private static func guessed(_ body: ArraySlice<UInt8>) -> [UInt8]? {
        var place = body.startIndex
        while let line = nextLine(startingWith: Array("--".utf8), in: body, from: place) {
            let end = body[line...].place(of: 0x0A) ?? body.endIndex
            place = min(end + 1, body.endIndex)
            let mark = body[line..<end].trimmed
            if mark.count > 2, mark.count <= 100, body[place...].startsIgnoringCase(with: "content-") {
                return Array(mark)
            }
        }
        return nil
    }
}
