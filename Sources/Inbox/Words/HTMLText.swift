/// The words of an HTML mail, as a reader would see them, in plain text.
///
/// Tolerant as mail programs are: nothing is refused, unclosed and unknown tags do no harm.
struct HTMLText {
    private var lines: [String] = []
    private var line: [UInt8] = []
    private var depth = 0
    private var owesSpace = false

    private static let blocks: Set<String> = [
        "p", "div", "br", "tr", "li", "ul", "ol", "table", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "pre", "section",
        "article", "header", "footer", "blockquote", "dd", "dt", "body", "html",
    ]
    private static let apart: Set<String> = ["p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "ul", "ol"]
    private static let unseen: Set<String> = ["script", "style", "head", "title", "template", "noscript", "svg"]

    static func text(of html: String) -> String {
        var reader = HTMLText()
        reader.read(Array(html.utf8))
        return reader.lines.joined(separator: "\n")
    }

    private mutating func read(_ html: [UInt8]) {
        let lastClose = html.lastIndex(of: UInt8(ascii: ">")) ?? -1
        var neverClosed: Set<String> = []
        var next = 0
        while next < html.count {
            let byte = html[next]
            if byte == UInt8(ascii: "<"), next < lastClose, let tag = HTMLTag(html, at: next) {
                next = tag.end
                take(tag)
                guard Self.unseen.contains(tag.name), !tag.isClosing, !tag.isEmpty, !neverClosed.contains(tag.name)
                else { continue }
                if let close = HTMLTag.close(of: tag.name, in: html, from: next) {
                    next = close
                } else {
                    neverClosed.insert(tag.name)
                }
            } else if byte == UInt8(ascii: "&"), let entity = HTMLEntity(html, at: next) {
                next = entity.end
                append(Array(entity.text.utf8))
            } else {
                next += 1
                if byte.isASCIISpace { owesSpace = !line.isEmpty } else { append([byte]) }
            }
        }
        endLine()
    }

    private mutating func take(_ tag: HTMLTag) {
        guard Self.blocks.contains(tag.name) else {
            if tag.name == "td" || tag.name == "th" { owesSpace = !line.isEmpty }
            return
        }
        if tag.name == "br" || !line.isEmpty { endLine(keepsBlank: tag.name == "br") }
        if Self.apart.contains(tag.name), lines.last?.isEmpty == false { lines.append("") }
        if tag.name == "blockquote" { depth = min(max(depth + (tag.isClosing ? -1 : 1), 0), 20) }
        if tag.name == "li", !tag.isClosing { append(Array("- ".utf8)) }
    }

    private mutating func append(_ bytes: [UInt8]) {
        if owesSpace, !line.isEmpty { line.append(UInt8(ascii: " ")) }
        owesSpace = false
        line += bytes
    }

    private mutating func endLine(keepsBlank: Bool = false) {
        owesSpace = false
        guard !line.isEmpty || keepsBlank else { return }
        let text = String(decoding: line, as: UTF8.self)
        lines.append(depth == 0 ? text : String(repeating: ">", count: depth) + " " + text)
        line = []
    }
}
