extension HTMLTag {
    /// Whether its words are not shown to readers: previews for lists of mail, and marks of those who count openings.
    func isHidden(in html: [UInt8]) -> Bool {
        guard !attributes.isEmpty, !isEmpty, element != .lineBreak, element != .image, element != .body else {
            return false
        }
        var place = attributes.lowerBound
        while let attribute = HTMLAttribute(html, from: place, to: attributes.upperBound) {
            if attribute.isNamed(Self.hiddenName, in: html) { return true }
            if attribute.isNamed(Self.styleName, in: html), attribute.hides(in: html) { return true }
            place = attribute.end
        }
        return false
    }

    /// What stands in place of a picture, where it is a sign such as 😕 and no sentence about the picture.
    func sign(in html: [UInt8]) -> ArraySlice<UInt8> {
        var place = attributes.lowerBound
        while let attribute = HTMLAttribute(html, from: place, to: attributes.upperBound) {
            let value = html[attribute.value]
            if attribute.isNamed(Self.altName, in: html), value.count <= 24, value.allSatisfy({ $0 >= 0x80 }) {
                return value
            }
            place = attribute.end
        }
        return []
    }

    private static let hiddenName = HTMLName("hidden")
    private static let styleName = HTMLName("style")
    private static let altName = HTMLName("alt")
}

/// One `name="value"` of a tag.
private struct HTMLAttribute {
    let name: Range<Int>
    let value: Range<Int>
    /// The place after it.
    let end: Int

    /// Nil when there is none before `limit`.
    init?(_ html: [UInt8], from start: Int, to limit: Int) {
        var place = start
        while place < limit, !Self.isPart(html[place]) { place += 1 }
        guard place < limit else { return nil }
        let nameStart = place
        while place < limit, Self.isPart(html[place]) { place += 1 }
        name = nameStart..<place
        while place < limit, html[place].isASCIISpace { place += 1 }
        guard place < limit, html[place] == UInt8(ascii: "=") else {
            (value, end) = (place..<place, place)
            return
        }
        place += 1
        while place < limit, html[place].isASCIISpace { place += 1 }
        let isQuoted = place < limit && (html[place] == UInt8(ascii: "\"") || html[place] == UInt8(ascii: "'"))
        let quote = isQuoted ? html[place] : 0
        if isQuoted { place += 1 }
        let valueStart = place
        while place < limit, isQuoted ? html[place] != quote : !html[place].isASCIISpace { place += 1 }
        value = valueStart..<place
        end = isQuoted ? min(place + 1, limit) : place
    }

    private static func isPart(_ byte: UInt8) -> Bool {
        !byte.isASCIISpace && byte != UInt8(ascii: "=") && byte != UInt8(ascii: "/")
    }

    func isNamed(_ name: HTMLName, in html: [UInt8]) -> Bool { HTMLName(html, self.name) == name }

    /// Whether a style takes what it is for out of sight.
    func hides(in html: [UInt8]) -> Bool {
        var style: [UInt8] = []
        style.reserveCapacity(value.count + 1)
        for place in value where !html[place].isASCIISpace { style.append(html[place].lowercasedASCII) }
        style.append(UInt8(ascii: ";"))
        return style.indices.contains { place in
            Self.firsts.contains(style[place]) && Self.hiding.contains { Self.stands($0, in: style, at: place) }
        }
    }

    private static func stands(_ word: [UInt8], in style: [UInt8], at place: Int) -> Bool {
        place + word.count <= style.count && word.indices.allSatisfy { style[place + $0] == word[$0] }
    }

    private static let firsts = Set(hiding.map { $0[0] })
    private static let hiding = [
        "display:none", "visibility:hidden", "mso-hide:all", "font-size:0;", "font-size:0px", "max-height:0;",
        "max-height:0px",
        "opacity:0;",
    ].map { Array($0.utf8) }
}
