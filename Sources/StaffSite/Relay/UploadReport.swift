import Concerns
import Foundation
import Inbox
import Receiving
import Store

/// What became of an upload's messages, for the page and for the files to take away.
struct UploadReport: Sendable {
    let upload: Upload
    /// In the order of the upload.
    let entries: [Entry]

    /// What became of one message.
    struct Entry: Sendable {
        /// From 1, through the whole upload.
        let number: Int
        let message: HandedIn
        /// Nil for one that was left out.
        let imported: Imported?
        /// Seven words; nil where none were made.
        let receipt: String?
    }

    /// - Parameter words: what receipts are written in.
    init(_ upload: Upload, words: ReceiptWords) {
        self.upload = upload
        entries = upload.messages.enumerated().map { place, message in
            let imported = upload.taken[place]
            return Entry(
                number: place + 1, message: message, imported: imported,
                receipt: imported?.receipt.map(words.text(of:)))
        }
    }

    /// A line of JSON for each message, as `earshot inbox import` reports them: without words, receipts and names.
    var lines: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            return try entries.map { String(decoding: try encoder.encode(Line($0)), as: UTF8.self) + "\n" }.joined()
        }
    }

    /// A table of the receipts with comma-separated values; its last column is the secret to hand over.
    var receiptsTable: String {
        let rows = entries.compactMap { entry in
            entry.receipt.map { "\(entry.number),\(entry.message.source.plain),\(entry.message.number),\($0)" }
        }
        return (["number,source,message,receipt"] + rows).map { $0 + "\r\n" }.joined()
    }

    /// How many came to what; left out is what was never handed in.
    func counted(on day: Day, by name: String) -> ImportReport {
        let outcomes = entries.compactMap(\.imported).map { [$0.outcome.rawValue, $0.cause] }
        let counts = Dictionary(grouping: outcomes) { $0 }.sorted { $0.key.lexicographicallyPrecedes($1.key) }
        return ImportReport(
            day: day, way: .upload, who: name,
            counts: counts.map { .init(outcome: $0.key[0], reason: $0.key[1], count: $0.value.count) })
    }
}

/// A line of the report's file.
private struct Line: Encodable {
    let source: String
    let index: Int
    let outcome: String
    let reason: String

    init(_ entry: UploadReport.Entry) {
        source = entry.message.source.plain
        index = entry.message.entry.index
        outcome = (entry.imported?.outcome ?? .rejected).rawValue
        reason = entry.imported?.reason ?? "It was left out before the import."
    }
}

extension HandedIn {
    /// Its place in its source, from 1.
    var number: Int { entry.index + 1 }
}

extension UploadSource {
    /// Its name in files: the sender's own name for it may name a child.
    fileprivate var plain: String { number == 0 ? "pasted text" : "file \(number)" }
}
