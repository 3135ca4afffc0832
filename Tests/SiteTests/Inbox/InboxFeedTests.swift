import Foundation
import Inbox
import Testing

@testable import earshot

struct InboxFeedTests {
    private static func mail(_ number: Int) -> String {
        """
        From a@example.org Mon Mar  2 10:02:00 2026
        From: a@example.org
        Message-ID: <\(number)@example.org>

        This is what I have to say, for the time number \(number).


        """
    }

    private func pieces(of path: String, whileRead: () throws -> Void = {}) throws -> [InboxBatch.Piece] {
        var walk = InboxWalk([path])
        var feed = InboxFeed(format: .auto) { walk.next() }
        var pieces: [InboxBatch.Piece] = []
        while let batch = feed.next() {
            pieces += batch.pieces
            try whileRead()
        }
        return pieces
    }

    @Test func `batches are bounded, and every message comes once and in order`() throws {
        let folder = try TestFolder()
        try folder.write((0..<1_000).map(Self.mail).joined(), to: "all.mbox")
        var walk = InboxWalk([folder.path])
        var feed = InboxFeed(format: .auto) { walk.next() }
        var indices: [Int] = []
        while let batch = feed.next() {
            #expect(batch.pieces.count <= InboxBatch.mostMessages)
            for case .entry(let entry, _) in batch.pieces { indices.append(entry.index) }
        }
        #expect(indices == Array(0..<1_000))
    }

    @Test func `of a file that grows while it is read the last message is left, and it is not whole`() throws {
        let folder = try TestFolder()
        try folder.write((0..<1_000).map(Self.mail).joined(), to: "all.mbox")
        let path = "\(folder.path)/all.mbox"
        var isGrown = false
        let pieces = try pieces(of: path) {
            guard !isGrown else { return }
            isGrown = true
            let file = try #require(FileHandle(forWritingAtPath: path))
            try file.seekToEnd()
            try file.write(contentsOf: Data("and more".utf8))
            try file.close()
        }
        let taken = pieces.filter { if case .entry = $0 { true } else { false } }
        #expect(taken.count == 999)
        guard case .refused(_, let index, let reason)? = pieces.dropLast().last,
            case .end(_, let isWhole)? = pieces.last
        else {
            Issue.record("it does not end as it should")
            return
        }
        #expect(index == 999)
        #expect(reason.contains("changed while it was read"))
        #expect(!isWhole)
    }

    @Test func `an empty file has one entry, and a missing one a line`() throws {
        let folder = try TestFolder()
        try folder.write("", to: "empty.txt")
        for name in ["empty.txt", "missing.txt"] {
            let pieces = try pieces(of: "\(folder.path)/\(name)")
            #expect(pieces.count == 2, "\(name)")
        }
    }
}
