extension [UInt8] {
    /// The end of `start..<end` without white space, that of other alphabets too.
    @inline(__always)
    func trimmedEnd(from start: Int, to end: Int) -> Int {
        var end = end
        while start < end {
            let byte = self[end - 1]
            if byte.isASCIISpace {
                end -= 1
            } else if byte >= 0x80, let width = spaceWidth(before: end, from: start) {
                end -= width
            } else {
                break
            }
        }
        return end
    }

    @inline(__always)
    func trimmedStart(from start: Int, to end: Int) -> Int {
        var start = start
        while start < end {
            if self[start].isASCIISpace {
                start += 1
            } else if self[start] >= 0x80, let width = [2, 3].first(where: { isSpace(start, start + $0, before: end) })
            {
                start += width
            } else {
                break
            }
        }
        return start
    }

    private func spaceWidth(before end: Int, from start: Int) -> Int? {
        if end - 2 >= start, isSpace(end - 2, end, before: end) { return 2 }
        if end - 3 >= start, isSpace(end - 3, end, before: end) { return 3 }
        return nil
    }

    /// No-break space, the spaces of typesetters, and the ideographic one.
    private func isSpace(_ start: Int, _ stop: Int, before end: Int) -> Bool {
        guard stop <= end else { return false }
        if stop - start == 2 { return self[start] == 0xC2 && self[start + 1] == 0xA0 }
        let (first, second, third) = (self[start], self[start + 1], self[start + 2])
        return (first == 0xE2 && second == 0x80 && (0x80...0x8A ~= third || third == 0xAF))
            || (first == 0xE3 && second == 0x80 && third == 0x80)
    }
}
