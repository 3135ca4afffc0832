import Concerns
import Inbox

/// One source as the fuzzer makes it, and what must be true of it whatever its bytes.
struct Source {
    let bytes: [UInt8]
    let name: String
    let format: InboxFormat

    /// - Parameter seed: for the sizes of the chunks in which it is handed in.
    func check(chunksOf seed: UInt64, reader: InboxReader) {
        let entries = entries(in: [bytes[...]])
        promise(!entries.isEmpty, "every source has at least one entry")
        promise(entries.map(\.index) == Array(entries.indices), "entries are numbered from 0")
        let chunked = self.entries(in: chunks(seed: seed))
        promise(chunked.count == entries.count, "chunks do not change how many entries there are")
        promise(zip(entries, chunked).allSatisfy(isSame), "chunks do not change an entry")

        let readings = reader.readings(of: bytes, named: name, format: format)
        promise(readings.count == entries.count, "every entry has one reading")
        for (entry, reading) in zip(entries, readings) {
            // Two bytes of UTF-16 can be three of UTF-8.
            promise(
                entry.bytes.count <= bytes.count * 3 / 2 + 3, "an entry is no longer than its source recoded")
            check(reading)
            let again = reader.reading(of: entry, named: name)
            promise(again.identity == reading.identity, "an entry keeps its identity")
            promise(again.outcome != .duplicate, "only among others is an entry a duplicate")
            promise(reading.outcome == .duplicate || reading.outcome == again.outcome, "an entry keeps its outcome")
            promise(again.message == reading.message, "an entry keeps its message")
        }
        let taken = readings.filter { $0.outcome == .imported || $0.outcome == .quarantined }.map(\.identity)
        promise(Set(taken).count == taken.count, "no identity is taken twice")
    }

    private func check(_ reading: InboxReading) {
        promise(!reading.identity.isEmpty, "a reading has an identity")
        promise(!reading.reason.isEmpty, "a reading says why")
        guard let message = reading.message else {
            return promise(reading.outcome != .imported, "what is imported has a message")
        }
        let words = message.original.words
        if reading.outcome == .imported {
            promise(!words.allSatisfy(\.isWhitespace), "what is imported has words")
            promise(words.unicodeScalars.count <= InboxReader.longestMessage, "what is imported is not too long")
        }
        promise(!words.utf8.contains(0) && !words.utf8.contains(0x0D), "words have no NUL and no CR")
        promise(!"\(message)\(reading)\(String(reflecting: message))".contains("@example"), "a reading shows no words")
    }

    private func entries(in chunks: [ArraySlice<UInt8>]) -> [InboxEntry] {
        var entries: [InboxEntry] = []
        var splitter = EntrySplitter(named: name, format: format)
        for chunk in chunks { splitter.take(chunk) { entries.append($0) } }
        splitter.finish { entries.append($0) }
        return entries
    }

    /// The bytes cut at places that the seed decides: some chunks of a byte, some of thousands.
    private func chunks(seed: UInt64) -> [ArraySlice<UInt8>] {
        var chunks: [ArraySlice<UInt8>] = []
        var state = seed
        var rest = bytes[...]
        while !rest.isEmpty {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let most = 1 << Int(state >> 60)
            chunks.append(rest.prefix(1 + Int(state >> 33) % most))
            rest = rest.dropFirst(chunks.last?.count ?? 1)
        }
        return chunks
    }

    private func isSame(_ one: InboxEntry, _ other: InboxEntry) -> Bool {
        one.index == other.index && one.kind == other.kind && one.bytes == other.bytes
            && one.postmark == other.postmark && one.isCutOff == other.isCutOff
    }

    private func promise(_ holds: Bool, _ promise: String) {
        if !holds { fatalError("Broken promise: \(promise)") }
    }
}
