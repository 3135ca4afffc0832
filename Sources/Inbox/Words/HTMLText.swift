/// The words of an HTML mail, as a reader would see them, in plain text.
///
/// Tolerant as mail programs are: nothing is refused, unclosed and unknown tags do no harm. Each byte is looked at a
/// bounded number of times, whatever the tags.
struct HTMLText {
    private let html: [UInt8]
    private var page = HTMLPage()
    /// The element whose words are passed over, how often its name is open, and where to read on should it never close.
    private var hidden: (name: HTMLName, depth: Int, start: Int)?
    private var hidesElements = true
    private var neverClosed: Set<HTMLName> = []
    private var hasOpenComment = false

    static func text(of html: String) -> String {
        var reader = HTMLText(html: Array(html.utf8))
        reader.read()
        return reader.page.text
    }

    private init(html: [UInt8]) { self.html = html }

    private mutating func read() {
        let lastClose = html.lastIndex(of: UInt8(ascii: ">")) ?? -1
        var next = 0
        while true {
            while next < html.count { next = step(at: next, lastClose: lastClose) }
            // Words must not be lost to an element that someone forgot to close.
            guard let open = hidden else { break }
            (hidden, hidesElements, next) = (nil, false, open.start)
        }
    }

    /// Reads what stands at `place` and gives the place after it.
    private mutating func step(at place: Int, lastClose: Int) -> Int {
        let byte = html[place]
        if byte == UInt8(ascii: "<"), place < lastClose {
            if let end = commentEnd(at: place) { return end }
            if let tag = HTMLTag(html, at: place) { return take(tag) }
        }
        if hidden != nil { return place + 1 }
        if byte == UInt8(ascii: "&"), let entity = HTMLEntity(html, at: place) {
            page.put(entity: entity.text)
            return entity.end
        }
        if byte.isASCIISpace {
            page.putSpace(byte)
            return place + 1
        }
        if byte == 0xC2, place + 1 < html.count, html[place + 1] == 0xA0 {
            page.putSpace(0x20)
            return place + 2
        }
        var end = place + 1
        while end < html.count, html[end] > 0x20, html[end] != 0xC2, html[end] != UInt8(ascii: "<"),
            html[end] != UInt8(ascii: "&")
        {
            end += 1
        }
        page.put(html[place..<end])
        return end
    }

    /// The end of a comment; nil when none begins here.
    ///
    /// One that is never closed hides nothing.
    private mutating func commentEnd(at place: Int) -> Int? {
        guard place + 3 < html.count, html[place + 1] == UInt8(ascii: "!"), html[place + 2] == UInt8(ascii: "-"),
            html[place + 3] == UInt8(ascii: "-")
        else { return nil }
        if !hasOpenComment {
            var next = place + 4
            while next + 2 < html.count {
                if html[next + 2] == UInt8(ascii: ">"), html[next] == UInt8(ascii: "-"),
                    html[next + 1] == UInt8(ascii: "-")
                {
                    return next + 3
                }
                next += 1
            }
            hasOpenComment = true
        }
        return place + 4
    }

    private mutating func take(_ tag: HTMLTag) -> Int {
        if let open = hidden {
            let endsHead = open.name == .head && tag.element == .body
            guard endsHead || (tag.name == open.name && !tag.isEmpty) else { return tag.end }
            let depth = endsHead ? 0 : open.depth + (tag.isClosing ? -1 : 1)
            hidden = depth <= 0 ? nil : (open.name, depth, open.start)
            return tag.end
        }
        if tag.element == .raw, !tag.isClosing, !tag.isEmpty, !neverClosed.contains(tag.name) {
            if let close = HTMLTag.close(of: tag.name, in: html, from: tag.end) { return close }
            neverClosed.insert(tag.name)
        }
        if hidesElements, !tag.isClosing, !tag.isEmpty, tag.element == .hidden || tag.isHidden(in: html) {
            hidden = (tag.name, 1, tag.end)
        } else if tag.element == .image {
            let sign = tag.sign(in: html)
            if !sign.isEmpty { page.put(sign) }
        } else {
            page.take(tag.element, isClosing: tag.isClosing)
        }
        return tag.end
    }
}
