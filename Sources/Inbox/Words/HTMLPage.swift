/// Lines of plain text as they grow out of the elements and words of a page.
struct HTMLPage {
    private var written: [UInt8] = []
    /// Where the words of the line begin; nil while it has none.
    private var lineStart: Int?
    private var owesSpace = false
    private var owesCell = false
    private var owesBlankLine = false
    private var quotes = 0
    /// The lists around, each with the number of its last item; nil where items have none.
    private var lists: [Int?] = []
    private var marker: [UInt8] = []
    private var preformatted = 0

    /// No reader tells more levels apart, and a bound keeps a mail made of them from growing without end.
    private static let deepestQuote = 20
    private static let deepestList = 8

    var text: String { String(decoding: written, as: UTF8.self) }

    mutating func put(_ word: ArraySlice<UInt8>) {
        beginWord()
        written += word
    }

    mutating func put(entity text: String) {
        if text == " " {
            putSpace(0x20)
        } else if !text.isEmpty {
            beginWord()
            written += text.utf8
        }
    }

    mutating func putSpace(_ byte: UInt8) {
        guard preformatted > 0 else {
            owesSpace = lineStart != nil
            return
        }
        if byte == 0x0A {
            breakLine()
        } else if byte != 0x0D {
            beginWord()
            written.append(byte)
        }
    }

    mutating func take(_ element: HTMLElement, isClosing: Bool) {
        switch element {
        case .inline, .image, .raw, .hidden: return
        case .lineBreak: breakLine()
        case .cell: if lineStart != nil { owesCell = true }
        case .block, .body: endLine()
        case .apart:
            endLine()
            if marker.isEmpty { owesBlankLine = true }
        case .preformatted:
            endLine()
            preformatted = max(0, preformatted + (isClosing ? -1 : 1))
        case .quote:
            endLine()
            owesBlankLine = true
            quotes = max(0, quotes + (isClosing ? -1 : 1))
        case .list, .numberedList:
            endLine()
            if lists.isEmpty { owesBlankLine = true }
            if isClosing { _ = lists.popLast() } else { lists.append(element == .list ? nil : 0) }
            if lists.isEmpty { owesBlankLine = true }
        case .item:
            endLine()
            if !isClosing { beginItem() }
        }
    }

    private mutating func beginItem() {
        let indent = [UInt8](repeating: 0x20, count: 2 * max(0, min(lists.count, Self.deepestList) - 1))
        if let last = lists.indices.last, let number = lists[last] {
            lists[last] = number + 1
            marker = indent + "\(number + 1). ".utf8
        } else {
            marker = indent + "- ".utf8
        }
    }

    private mutating func beginWord() {
        guard lineStart == nil else {
            if owesCell { written += " | ".utf8 } else if owesSpace { written.append(0x20) }
            (owesCell, owesSpace) = (false, false)
            return
        }
        let depth = min(quotes, Self.deepestQuote)
        if !written.isEmpty {
            written.append(0x0A)
            if owesBlankLine { written.append(0x0A) }
        }
        if depth > 0 {
            written += repeatElement(UInt8(ascii: ">"), count: depth)
            written.append(0x20)
        }
        lineStart = written.count
        written += marker
        marker = []
        (owesCell, owesSpace, owesBlankLine) = (false, false, false)
    }

    private mutating func endLine() {
        // The space is part of the mark above a signature.
        if let lineStart, owesSpace, written[lineStart...].elementsEqual("--".utf8) { written.append(0x20) }
        (lineStart, owesCell, owesSpace) = (nil, false, false)
    }

    /// A break on an empty line leaves it blank.
    private mutating func breakLine() {
        if lineStart == nil { owesBlankLine = true } else { endLine() }
    }
}
