/// One tag or comment of HTML.
struct HTMLTag {
    /// Lower case; empty for a comment or declaration.
    let name: String
    let isClosing: Bool
    /// `<br/>`: it closes itself.
    let isEmpty: Bool
    /// The place after it.
    let end: Int

    /// Nil when the `<` at `start` is only a sign, as in “<3”.
    init?(_ html: [UInt8], at start: Int) {
        var next = start + 1
        if html[next...].starts(with: Array("!--".utf8)) {
            let close = html[next...].firstRange(of: Array("-->".utf8))
            self.init(name: "", isClosing: false, isEmpty: true, end: close?.upperBound ?? html.count)
            return
        }
        let isClosing = next < html.count && html[next] == UInt8(ascii: "/")
        if isClosing { next += 1 }
        guard next < html.count, html[next].isASCIILetter || html[next] == 0x21 || html[next] == 0x3F else {
            return nil
        }
        let nameEnd = html[next...].firstIndex { !$0.isASCIILetter && !$0.isASCIIDigit } ?? html.count
        guard let close = Self.close(html, from: nameEnd) else { return nil }
        let name = String(decoding: html[next..<nameEnd], as: UTF8.self).lowercased()
        self.init(name: name, isClosing: isClosing, isEmpty: html[close - 1] == UInt8(ascii: "/"), end: close + 1)
    }

    private init(name: String, isClosing: Bool, isEmpty: Bool, end: Int) {
        self.name = name
        self.isClosing = isClosing
        self.isEmpty = isEmpty
        self.end = end
    }

    /// The place of `</name`, or nil when it is never closed.
    static func close(of name: String, in html: [UInt8], from start: Int) -> Int? {
        let mark = Array("</\(name)".utf8)
        var next = start
        while let open = html[next...].firstIndex(of: UInt8(ascii: "<")) {
            if html[open...].prefix(mark.count).elementsEqual(mark, by: { $0 | 0x20 == $1 | 0x20 }) { return open }
            next = open + 1
        }
        return nil
    }

    /// A `>` within quotes does not end a tag, but only near by: a stray quote must not swallow the words below.
    private static func close(_ html: [UInt8], from start: Int) -> Int? {
        var quote: UInt8?
        for place in start..<min(start + 1000, html.count) {
            let byte = html[place]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: ">") {
                return place
            }
        }
        return html[start...].firstIndex(of: UInt8(ascii: ">"))
    }
}
