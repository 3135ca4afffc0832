/// Text with `format=flowed` (RFC 3676), its soft line ends taken out.
enum FlowedText {
    /// - Parameter deletesSpace: `DelSp=yes`: the space that marks a soft line end is not part of the text.
    static func unwrapped(_ text: String, deletesSpace: Bool) -> String {
        let bytes = Array(text.utf8)
        var unwrapped: [UInt8] = []
        unwrapped.reserveCapacity(bytes.count)
        /// How deep the line above is quoted, where it flows into the next.
        var open: Int?
        var start = 0
        while start <= bytes.count {
            let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
            var content = start
            while content < end, bytes[content] == UInt8(ascii: ">") { content += 1 }
            let depth = content - start
            // A space before a line that begins with “>” or “From ” was put there on the way.
            if content < end, bytes[content] == 0x20 { content += 1 }
            let isMark = bytes[content..<end].elementsEqual("-- ".utf8)
            let flows = end > content && bytes[end - 1] == 0x20 && !isMark
            if open != depth || isMark {
                if start > 0 { unwrapped.append(0x0A) }
                if depth > 0 {
                    unwrapped += bytes[start..<(start + depth)]
                    unwrapped.append(0x20)
                } else if content < end, bytes[content] == UInt8(ascii: ">") {
                    unwrapped.append(0x20)
                }
            }
            unwrapped += bytes[content..<(flows && deletesSpace ? end - 1 : end)]
            open = flows ? depth : nil
            start = end + 1
        }
        return String(decoding: unwrapped, as: UTF8.self)
    }
}
