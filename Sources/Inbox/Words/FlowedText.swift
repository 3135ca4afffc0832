/// Text with `format=flowed` (RFC 3676), its soft line ends taken out.
enum FlowedText {
    /// - Parameter deletesSpace: `DelSp=yes`: the space that marks a soft line end is not part of the text.
    static func unwrapped(_ text: String, deletesSpace: Bool) -> String {
        var paragraphs: [(depth: Int, text: String)] = []
        var isOpen = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let depth = line.prefix { $0 == ">" }.count
            var content = line.dropFirst(depth)
            if content.first == " " { content = content.dropFirst() }
            let flows = content.last == " " && content != "-- "
            if flows, deletesSpace { content = content.dropLast() }
            if isOpen, let last = paragraphs.indices.last, paragraphs[last].depth == depth, content != "-- " {
                paragraphs[last].text += content
            } else {
                paragraphs.append((depth, String(content)))
            }
            isOpen = flows
        }
        return paragraphs.map { $0.depth == 0 ? $0.text : String(repeating: ">", count: $0.depth) + " " + $0.text }
            .joined(separator: "\n")
    }
}
