import Concerns
import Foundation
import Testing

@testable import earshot

struct InboxWalkTests {
    @Test func `of a Maildir only whole mail is read, cur before new`() throws {
        let folder = try TestFolder()
        for name in ["new/2", "cur/9:2,S", "tmp/3", "dovecot-uidlist", "notes/old"] { try folder.write("x", to: name) }
        let found = InboxWalk([folder.path]).all().map(\.name)
        #expect(found == ["\(folder.path)/cur/9:2,S", "\(folder.path)/new/2"])
    }

    @Test func `a folder called tmp is read where there is no mail beside it`() throws {
        let folder = try TestFolder()
        try folder.write("x", to: "tmp/letter.txt")
        #expect(InboxWalk([folder.path]).all().map(\.name) == ["\(folder.path)/tmp/letter.txt"])
    }

    @Test func `every path gives an answer, also one that is missing, empty or no file`() throws {
        let folder = try TestFolder()
        let found = InboxWalk(["\(folder.path)/missing", folder.path, "/dev/null"]).all()
        #expect(
            found.map(\.problem) == [.missing, .empty, .device].map { (problem: SourceProblem) in problem.description })
    }

    @Test func `a link inside a folder is told of and not followed; one that is named is`() throws {
        let folder = try TestFolder()
        try folder.write("x", to: "in/letter.txt")
        try FileManager.default.createSymbolicLink(
            atPath: "\(folder.path)/in/link", withDestinationPath: "\(folder.path)/in/letter.txt")
        try FileManager.default.createSymbolicLink(
            atPath: "\(folder.path)/in/loop", withDestinationPath: "\(folder.path)/in")
        let found = InboxWalk(["\(folder.path)/in"]).all()
        #expect(found.map(\.problem) == [nil, SourceProblem.link.description, SourceProblem.link.description])
        #expect(InboxWalk(["\(folder.path)/in/link"]).all().map(\.problem) == [nil])
        #expect(InboxWalk(["\(folder.path)/in/loop"]).all().count == 3)
    }

    @Test func `a pipe is never waited for`() throws {
        let folder = try TestFolder()
        #expect(mkfifo("\(folder.path)/pipe", 0o600) == 0)
        #expect(InboxWalk([folder.path]).all().map(\.problem) == [SourceProblem.pipe.description])
    }

    @Test func `folders without end are told of and not gone into`() throws {
        let folder = try TestFolder()
        try folder.write("x", to: String(repeating: "a/", count: 80) + "letter.txt")
        try folder.write("x", to: "b.txt")
        let found = InboxWalk([folder.path]).all()
        #expect(found.map(\.problem) == [SourceProblem.tooDeep.description, nil])
    }

    @Test func `the nearest folder that is named after a council says which it is`() throws {
        let folder = try TestFolder()
        for name in ["E08000028/new/1", "e08000025/deep/2", "E99000001/3", "E08000028/E08000025/4"] {
            try folder.write("x", to: name)
        }
        var walk = InboxWalk([folder.path]) { $0.description.hasPrefix("E08") }
        var found: [String: String] = [:]
        while case .file(_, let source)? = walk.next() {
            found[String(source.name.suffix(1))] = source.authority?.description ?? "-"
        }
        #expect(found == ["1": "E08000028", "2": "E08000025", "3": "-", "4": "E08000025"])
    }

    @Test func `what is written during the run is not read as mail`() throws {
        let folder = try TestFolder()
        try folder.write("x", to: "letter.txt")
        let report = try LineOutput(path: "\(folder.path)/report.jsonl")
        let identity = try #require(report.identity)
        #expect(InboxWalk([folder.path], butNot: [identity]).all().map(\.name) == ["\(folder.path)/letter.txt"])
    }
}
