import Foundation
import Inbox
import Testing

@testable import earshot

struct ShelvesTests {
    @Test func `a file moves to its shelf, and one of the same name gets a number`() throws {
        let folder = try TestFolder()
        let shelves = try Shelves(in: folder.path)
        for _ in 0..<3 {
            try folder.write("x", to: "letter.txt")
            try shelves.put(FileName("letter.txt"), from: folder.path, on: .done, as: nil)
        }
        #expect(try folder.names(in: "done") == ["letter.txt", "letter.txt.1", "letter.txt.2"])
        #expect(try folder.names() == ["done", "quarantine", "rejected"])
    }

    @Test func `the longest name finds room beside its like`() throws {
        let folder = try TestFolder()
        let shelves = try Shelves(in: folder.path)
        let name = String(repeating: "n", count: 255)
        for _ in 0..<2 {
            try folder.write("x", to: name)
            try shelves.put(FileName(name), from: folder.path, on: .quarantine, as: nil)
        }
        #expect(try folder.names(in: "quarantine").count == 2)
    }

    @Test func `shelves are their owner's alone, and a file of their name is in the way`() throws {
        let folder = try TestFolder()
        _ = try Shelves(in: folder.path)
        let mode = try FileManager.default.attributesOfItem(atPath: "\(folder.path)/done")[.posixPermissions] as? Int
        #expect(mode == 0o700)
        let other = try TestFolder()
        try other.write("x", to: "rejected")
        #expect(throws: CommandFailure.self) { try Shelves(in: other.path) }
    }

    @Test func `a file that somebody else took away is no problem`() throws {
        let folder = try TestFolder()
        let shelves = try Shelves(in: folder.path)
        try shelves.put(FileName("gone"), from: folder.path, on: .done, as: nil)
        try shelves.forget(FileName("gone"), from: folder.path, as: nil)
    }

    @Test(arguments: [false, true])
    func `what was written under a name after it was read is not put away with it`(isForgetting: Bool) throws {
        let folder = try TestFolder()
        let shelves = try Shelves(in: folder.path)
        try folder.write("read", to: "letter.txt")
        let read = try FileState.of(FileName("\(folder.path)/letter.txt"), in: AT_FDCWD, followsLink: false)
        try folder.write("nobody has read this", to: "letter.txt")
        if isForgetting {
            try shelves.forget(FileName("letter.txt"), from: folder.path, as: read)
        } else {
            try shelves.put(FileName("letter.txt"), from: folder.path, on: .done, as: read)
        }
        #expect(try folder.names() == ["done", "letter.txt", "quarantine", "rejected"])
        #expect(try folder.names(in: "done") == [])
    }

    @Test func `a file that somebody still has open to write is not put away`() throws {
        let folder = try TestFolder()
        let shelves = try Shelves(in: folder.path)
        try folder.write("the first of several", to: "letters.txt")
        let read = try FileState.of(FileName("\(folder.path)/letters.txt"), in: AT_FDCWD, followsLink: false)
        let writer = open("\(folder.path)/letters.txt", O_WRONLY | O_APPEND)
        try #require(writer >= 0)
        try shelves.forget(FileName("letters.txt"), from: folder.path, as: read)
        #expect(try folder.names() == ["done", "letters.txt", "quarantine", "rejected"])
        close(writer)
        try shelves.forget(FileName("letters.txt"), from: folder.path, as: read)
        #expect(try folder.names() == ["done", "quarantine", "rejected"])
    }

    @Test func `a file that was read and stands as it stood is forgotten, and its shelf is empty`() throws {
        let folder = try TestFolder()
        let shelves = try Shelves(in: folder.path)
        try folder.write("read", to: "letter.txt")
        let read = try FileState.of(FileName("\(folder.path)/letter.txt"), in: AT_FDCWD, followsLink: false)
        try shelves.forget(FileName("letter.txt"), from: folder.path, as: read)
        #expect(try folder.names() == ["done", "quarantine", "rejected"])
        #expect(try folder.names(in: "done") == [])
    }
}

struct SteadinessTests {
    private static func state(of text: String) throws -> FileState {
        let folder = try TestFolder()
        try folder.write(text, to: "file")
        return try FileState.of(FileName("\(folder.path)/file"), in: AT_FDCWD, followsLink: false)
    }

    @Test func `a file that was changed long ago has rested`() throws {
        var steadiness = Steadiness()
        let state = try Self.state(of: "x")
        let areRested = (0...3).map {
            steadiness.isRested(state, isBeingWritten: false, atSecond: state.changedSeconds + $0, now: .now)
        }
        #expect(areRested == [false, false, false, true])
    }

    @Test(arguments: [(true, 100_000, false), (nil, 29, false), (nil, 31, true)] as [(Bool?, Int, Bool)])
    func `what somebody has open has never rested, and where that is not known rest is longer`(
        isBeingWritten: Bool?, seconds: Int, isRested: Bool
    ) throws {
        var steadiness = Steadiness()
        let state = try Self.state(of: "x")
        let second = state.changedSeconds + seconds
        let found = steadiness.isRested(state, isBeingWritten: isBeingWritten, atSecond: second, now: .now)
        #expect(found == isRested)
    }

    @Test func `with a clock that is wrong, standing still for two seconds tells`() throws {
        var steadiness = Steadiness()
        let state = try Self.state(of: "x")
        let now = ContinuousClock.now
        var areRested: [Bool] = []
        for second in 0...2 {
            steadiness.beginRound()
            areRested.append(
                steadiness.isRested(state, isBeingWritten: false, atSecond: 0, now: now + .seconds(second)))
            #expect(steadiness.isAnyWaitedFor == (second < 2))
        }
        #expect(areRested == [false, false, true])
    }

    @Test func `a file that changes begins to rest anew`() throws {
        let folder = try TestFolder()
        var steadiness = Steadiness()
        let now = ContinuousClock.now
        for second in 0...3 {
            try folder.write(String(repeating: "x", count: second), to: "file")
            let state = try FileState.of(FileName("\(folder.path)/file"), in: AT_FDCWD, followsLink: false)
            steadiness.beginRound()
            let isRested = steadiness.isRested(
                state, isBeingWritten: false, atSecond: 0, now: now + .seconds(second))
            #expect(!isRested)
        }
    }
}

struct FileFateTests {
    @Test func `what a person must look at decides first, then what was taken`() {
        func shelf(_ messages: TakenMessage...) -> Shelf {
            var fate = FileFate()
            for message in messages { fate.add(message) }
            return fate.shelf
        }
        let taken = TakenMessage(index: 0, outcome: .imported, reason: "")
        let again = TakenMessage(index: 0, outcome: .duplicate, reason: "")
        let setAside = TakenMessage(index: 0, outcome: .quarantined, reason: "", isForAPerson: true)
        let setAsideAgain = TakenMessage(index: 0, outcome: .duplicate, reason: "", isForAPerson: true)
        let refused = TakenMessage(index: 0, outcome: .rejected, reason: "")
        #expect(shelf(taken) == .done)
        #expect(shelf(again, refused) == .done)
        #expect(shelf(taken, setAside, refused) == .quarantine)
        #expect(shelf(setAsideAgain) == .quarantine)
        #expect(shelf(refused) == .rejected)
        #expect(shelf() == .rejected)
    }
}
