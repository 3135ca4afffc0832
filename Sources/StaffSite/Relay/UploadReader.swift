import Inbox
import Pages
import Receiving

/// Makes an upload of the files and the pasted text of a form.
struct UploadReader: Sendable {
    let reader: InboxReader
    let reception: InboxReception

    /// Reads and weighs; keeps nothing.
    ///
    /// - Throws: ``UploadRefused``.
    func upload(of form: MultipartForm) async throws(UploadRefused) -> Upload {
        var messages: [HandedIn] = []
        for (source, bytes) in Self.sources(of: form) {
            // An advocate's text is a letter unless it is a mail, whatever its first line looks like.
            let name = source.name ?? "pasted.txt"
            for entry in try entries(of: bytes, named: name, mostMore: Upload.mostMessages - messages.count) {
                let reading = reader.reading(of: entry, named: name)
                messages.append(
                    HandedIn(
                        source: source, entry: entry, reading: reading,
                        weighed: reception.weighed(reading, about: ImportAbout())))
                // Other requests get their turn between two messages.
                await Task.yield()
            }
        }
        guard !messages.isEmpty else { throw .nothingSent }
        return Upload(id: Self.newID(), messages: messages)
    }

    private func entries(
        of bytes: ArraySlice<UInt8>, named name: String, mostMore: Int
    ) throws(UploadRefused) -> [InboxEntry] {
        var entries: [InboxEntry] = []
        let take = { (entry: InboxEntry) throws(UploadRefused) in
            guard entries.count < mostMore else { throw .tooManyMessages }
            entries.append(entry)
        }
        var splitter = EntrySplitter(named: name)
        do {
            try splitter.take(bytes, each: take)
            try splitter.finish(each: take)
        } catch { throw .tooManyMessages }
        return entries
    }

    /// A browser sends an empty file without a name where none was chosen, and an empty field where nothing was pasted.
    private static func sources(of form: MultipartForm) -> [(UploadSource, ArraySlice<UInt8>)] {
        let files = form.parts.filter { part in
            part.name == "files" && !(part.fileName ?? "").isEmpty
        }
        let pasted = form.parts.filter { part in
            part.name == "pasted" && part.bytes.contains { $0 > 0x20 }
        }
        return files.enumerated().map { (UploadSource(number: $0 + 1, name: $1.fileName), $1.bytes) }
            + pasted.map { (UploadSource(number: 0, name: nil), $0.bytes) }
    }

    private static func newID() -> String {
        var random = SystemRandomNumberGenerator()
        return SecretText(using: &random).text
    }
}

/// Why an upload is not taken; nothing of it is kept.
enum UploadRefused: Error, Hashable, Sendable {
    case nothingSent
    case tooManyMessages
    case notRead(MultipartRefused)
    case noPlace(NoPlace)
}
