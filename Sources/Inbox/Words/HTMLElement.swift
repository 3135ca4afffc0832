/// What an element of HTML means for its words.
enum HTMLElement {
    /// Stands within a line.
    case inline
    /// Stands on lines of its own.
    case block
    /// Has a blank line around it.
    case apart
    case lineBreak
    case cell
    case list
    case numberedList
    case item
    case quote
    case preformatted
    case image
    case body
    /// Its words are not for readers, and its tags are no tags.
    case raw
    /// Its words are not for readers.
    case hidden

    init(_ name: HTMLName) { self = Self.known[name] ?? .inline }

    private static let known: [HTMLName: HTMLElement] = {
        let names: [(HTMLElement, String)] = [
            (
                .block,
                "div tr table thead tbody tfoot caption hr section article header footer main nav aside address center"
                    + " dl dt dd figure figcaption form fieldset legend html details summary option"
            ),
            (.apart, "p h1 h2 h3 h4 h5 h6"), (.lineBreak, "br"), (.cell, "td th"), (.list, "ul menu dir"),
            (.numberedList, "ol"), (.item, "li"), (.quote, "blockquote"), (.preformatted, "pre listing xmp"),
            (.image, "img"), (.body, "body"), (.raw, "script style title"),
            (.hidden, "head template svg math xml object datalist"),
        ]
        var known: [HTMLName: HTMLElement] = [:]
        for (element, list) in names {
            for name in list.split(separator: " ") { known[HTMLName(String(name))] = element }
        }
        return known
    }()
}

/// The name of an element without regard to capitals: its first eight letters and its length, which tell all apart.
struct HTMLName: Hashable {
    private let letters: UInt64
    private let length: Int

    static let head = HTMLName("head")

    init(_ html: [UInt8], _ place: Range<Int>) {
        var letters: UInt64 = 0
        for byte in place.prefix(8) { letters = letters << 8 | UInt64(html[byte].lowercasedASCII) }
        self.letters = letters
        length = place.count
    }

    init(_ name: String) {
        let letters = Array(name.utf8)
        self.init(letters, letters.indices)
    }
}
