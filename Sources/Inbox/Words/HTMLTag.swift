/// One tag or comment of HTML.
struct HTMLTag {
    let name: HTMLName
    let element: HTMLElement
    let isClosing: Bool
    /// `<br/>`: it closes itself.
    let isEmpty: Bool
    let attributes: Range<Int>
    /// The place after it.
    let end: Int

    /// Nil when the `<` at `start` is only a sign, as in “<3”.
    init?(_ html: [UInt8], at start: Int) {
        var next = start + 1
        let isClosing = next < html.count && html[next] == UInt8(ascii: "/")
        if isClosing { next += 1 }
        guard next < html.count, html[next].isASCIILetter || html[next] == 0x21 || html[next] == 0x3F else {
            return nil
        }
        var nameEnd = next
        while nameEnd < html.count, html[nameEnd].isASCIILetter || html[nameEnd].isASCIIDigit || html[nameEnd] == 0x3A {
            nameEnd += 1
        }
        guard let close = Self.close(html, from: nameEnd) else { return nil }
        name = HTMLName(html, next..<nameEnd)
        element = HTMLElement(name)
        self.isClosing = isClosing
        isEmpty = html[close - 1] == UInt8(ascii: "/")
        attributes = nameEnd..<close
        end = close + 1
    }

    /// The place of `</name`, or nil when it is never closed.
    static func close(of name: HTMLName, in html: [UInt8], from start: Int) -> Int? {
        var next = start
        while next + 1 < html.count {
            if html[next] == UInt8(ascii: "<"), html[next + 1] == UInt8(ascii: "/") {
                var end = next + 2
                while end < html.count, end - next < 14, html[end].isASCIILetter { end += 1 }
                if HTMLName(html, (next + 2)..<end) == name { return next }
            }
            next += 1
        }
        return nil
    }

    /// A `>` within quotes does not end a tag, but only near by: a stray quote must not swallow the words below.
    private static func close(_ html: [UInt8], from start: Int) -> Int? {
        var quote: UInt8?
        var firstClose: Int?
        for place in start..<min(start + 4_000, html.count) {
            let byte = html[place]
            if byte == UInt8(ascii: ">") {
                if quote == nil { return place }
                firstClose = firstClose ?? place
            } else if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            }
        }
        if let firstClose { return firstClose }
        guard start + 4_000 < html.count else { return nil }
        return html[(start + 4_000)...].firstIndex(of: UInt8(ascii: ">"))
    }
}
