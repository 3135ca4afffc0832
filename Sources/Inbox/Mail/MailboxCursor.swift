import Foundation

/// Finds the mails in a mailbox, line by line, as far as its bytes have come.
///
/// A postmark parts two mails when a blank line stands before it or a field after it, so that no mail can swallow the
/// next. Where a mailbox states how long its mails are (mboxcl2), lines within that length are text, but only when it
/// proves right: the first mail states its length too, this one ends where a postmark or the end of the file is, and no
/// other mail seems to stand within it, which a length that was written wrongly would swallow.
struct MailboxCursor {
    /// Where the line begins that is looked at next, and how far its end was searched for.
    private var line = 0
    private var searched = 0
    /// Whether `line` lies within a line whose beginning was passed over.
    private var isMidLine = false
    /// Where the mail begins, under its postmark.
    private var start = 0
    private var postmark: Range<Int>?
    private var isAfterBlank = true
    private var isInHead = true
    private var hasQuotedPostmarks = false
    /// What the head says of the length of the body.
    private var length: Int?
    private var isTrusted = false
    private var firstStatesLength: Bool?
    /// The mail was longer than is taken and has been given out; lines are passed over until the next.
    private var isPassing = false

    /// The next mail; nil when more bytes must come, or at the end when there is none left.
    mutating func next(in pending: [UInt8], isEnd: Bool) -> FoundEntry? {
        pending.withUnsafeBufferPointer { next(in: $0, isEnd: isEnd) }
    }

    /// The count of bytes that are done with; all places move by as much.
    mutating func forget() -> Int {
        let done = isPassing ? line : postmark?.lowerBound ?? start
        line -= done
        searched -= done
        start -= done
        postmark = postmark.map { $0.lowerBound - done..<$0.upperBound - done }
        return done
    }

    private mutating func next(in bytes: UnsafeBufferPointer<UInt8>, isEnd: Bool) -> FoundEntry? {
        while line < bytes.count {
            if !isPassing, line - start > EntrySplitter.mostBytes { return cut() }
            let first = bytes[line]
            if first == UInt8(ascii: "F"), searched <= line, !isMidLine {
                switch Postmark.look(bytes, at: line, isEnd: isEnd) {
                case .open: return nil
                case .found(let isAboveField) where isAfterBlank || isAboveField:
                    if let found = begin(in: bytes) { return found }
                    continue
                case .found, .none: break
                }
            }
            guard let end = bytes.place(of: 0x0A, from: max(line, searched)) else {
                if isEnd { break }
                // The end of a long line may be far; what is passed over is not kept.
                searched = bytes.count
                if isPassing { (line, isMidLine) = (bytes.count, true) }
                return isPassing || bytes.count - start <= EntrySplitter.mostBytes ? nil : cut()
            }
            let isBlank = !isMidLine && (end == line || (end == line + 1 && first == 0x0D))
            if isInHead, !isPassing {
                if isBlank {
                    guard let next = endHead(of: bytes, at: end + 1, isEnd: isEnd) else { return nil }
                    (line, searched, isAfterBlank) = (next, next, true)
                    continue
                }
                takeField(bytes[line..<end])
            } else if first == UInt8(ascii: ">"), !isTrusted, !hasQuotedPostmarks {
                hasQuotedPostmarks = Postmark.isQuoted(ArraySlice(bytes[line..<min(line + 200, end)]))
            }
            isAfterBlank = isBlank
            isMidLine = false
            line = end + 1
            searched = line
        }
        return isEnd ? last(in: bytes) : nil
    }

    /// A postmark stands at `line`: the mail above it ends, the next begins.
    private mutating func begin(in bytes: UnsafeBufferPointer<UInt8>) -> FoundEntry? {
        let found = ended(at: line, in: bytes)
        let end = bytes.place(of: 0x0A, from: line) ?? bytes.count
        postmark = line..<end
        start = min(end + 1, bytes.count)
        (line, searched) = (start, start)
        (isAfterBlank, isInHead, hasQuotedPostmarks, isTrusted, isPassing) = (false, true, false, false, false)
        length = nil
        return found
    }

    /// Nil when the mail was given out before, or nothing but blank lines stands above the first postmark.
    private func ended(at end: Int, in bytes: UnsafeBufferPointer<UInt8>) -> FoundEntry? {
        if isPassing { return nil }
        if postmark == nil, bytes[start..<end].allSatisfy(\.isASCIISpace) { return nil }
        if end - start > EntrySplitter.mostBytes {
            return overlong
        }
        var end = end
        // The blank line above a postmark is the mailbox's.
        if isAfterBlank, end > start, bytes[end - 1] == 0x0A {
            end -= end > start + 1 && bytes[end - 2] == 0x0D ? 2 : 1
        }
        return FoundEntry(bytes: start..<end, postmark: postmark, hasQuotedPostmarks: hasQuotedPostmarks)
    }

    private mutating func last(in bytes: UnsafeBufferPointer<UInt8>) -> FoundEntry? {
        let found = start == bytes.count && postmark == nil ? nil : ended(at: bytes.count, in: bytes)
        (start, line, searched, postmark, isPassing) = (bytes.count, bytes.count, bytes.count, nil, false)
        return found
    }

    private mutating func cut() -> FoundEntry {
        isPassing = true
        return overlong
    }

    private var overlong: FoundEntry {
        FoundEntry(
            bytes: start..<start + EntrySplitter.mostBytes, postmark: postmark, isCutOff: true,
            hasQuotedPostmarks: true)
    }

    private mutating func takeField(_ line: Slice<UnsafeBufferPointer<UInt8>>) {
        guard length == nil, line.first == UInt8(ascii: "C") || line.first == UInt8(ascii: "c"), line.count < 60,
            line.starts(with: "content-length:".utf8, by: { $0 | 0x20 == $1 | 0x20 })
        else { return }
        let digits = line.dropFirst(15).drop(while: \.isASCIISpace).prefix(while: \.isASCIIDigit)
        length = digits.count > 9 ? nil : digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    /// Where lines are looked at again: in the body, or behind it when its stated length proves right; nil when more
    /// bytes must come to tell.
    private mutating func endHead(of bytes: UnsafeBufferPointer<UInt8>, at body: Int, isEnd: Bool) -> Int? {
        if firstStatesLength == nil, postmark != nil { firstStatesLength = length != nil }
        guard firstStatesLength == true, let length, length < EntrySplitter.mostBytes - (body - start) else {
            isInHead = false
            return body
        }
        guard isEnd || body + length + Postmark.mostLook + 4 <= bytes.count else { return nil }
        isInHead = false
        guard let next = postmarkOrEnd(of: bytes, at: body + length), !holdsMail(bytes, from: body, to: body + length)
        else { return body }
        isTrusted = true
        return next
    }

    /// The place of the postmark or the end of the file, with no more than two blank lines before it.
    private func postmarkOrEnd(of bytes: UnsafeBufferPointer<UInt8>, at end: Int) -> Int? {
        guard end <= bytes.count else { return nil }
        var place = end
        for _ in 0..<2 {
            if place < bytes.count, bytes[place] == 0x0D { place += 1 }
            if place < bytes.count, bytes[place] == 0x0A { place += 1 }
        }
        if place == bytes.count { return place }
        guard bytes[place - 1] == 0x0A else { return nil }
        if case .found = Postmark.look(bytes, at: place, isEnd: true) { return place }
        return nil
    }

    /// Whether a postmark stands there under a blank line and above a field.
    private func holdsMail(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Bool {
        var isAfterBlank = true
        var line = start
        while line < end {
            if isAfterBlank, bytes[line] == UInt8(ascii: "F"),
                case .found(isAboveField: true) = Postmark.look(bytes, at: line, isEnd: true)
            {
                return true
            }
            let next = min((bytes.place(of: 0x0A, from: line) ?? end) + 1, end)
            isAfterBlank = next - line == 1 || (next - line == 2 && bytes[line] == 0x0D)
            line = next
        }
        return false
    }
}
