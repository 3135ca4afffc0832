import Concerns
import Foundation
import Inbox
import Store
import Testing

@testable import earshot

struct IdentitiesSeenTests {
    /// Whether it was new; apart, since an expectation cannot change what it looks at.
    private func tell(_ seen: inout IdentitiesSeen, _ identity: [UInt8]) -> Bool { seen.insert(identity) }

    @Test func `an identity is known the second time`() {
        var seen = IdentitiesSeen()
        let isNew = [[1, 2], [1], [1, 2]].map { seen.insert($0) }
        #expect(isNew == [true, true, false])
    }

    @Test func `past its bound the earliest are forgotten and the latest are not`() {
        var seen = IdentitiesSeen(mostHeld: 10)
        let areNew = (UInt8(0)..<12).map { seen.insert([$0]) }
        #expect(areNew.allSatisfy { $0 })
        let again = [[11], [5], [0]].map { seen.insert($0) }
        #expect(again == [false, false, true])
    }
}

struct ReceiptSheetTests {
    @Test(arguments: [
        ("all.mbox", "all.mbox"), ("-", "-"), ("a,b", "\"a,b\""), ("say \"no\", twice", "\"say \"\"no\"\", twice\""),
        ("=cmd()", "'=cmd()"), ("-1+1", "'-1+1"), ("+,", "\"'+,\""), ("", ""),
    ])
    func `a source's name is one cell and never a formula`(name: String, cell: String) {
        #expect(ReceiptSheet.cell(name) == cell)
    }
}

struct InboxTallyTests {
    @Test func `reasons without end are counted under one`() {
        var tally = InboxTally()
        for number in 0..<1_000 { tally.count(.quarantined, "It has \(number) characters.") }
        tally.count(.imported, "The words were read.")
        #expect(tally.count(of: .quarantined) == 1_000)
        #expect(tally.messages == 1_001)
        #expect(tally.summary == "1 imported, 0 duplicate, 1000 quarantined, 0 rejected")
        let report = tally.report(of: Day(number: 20_000), way: .command)
        #expect(report.counts.count <= InboxTally.mostReasons + 2)
        #expect(report.counts.reduce(0) { $0 + $1.count } == 1_001)
    }
}

struct LineOutputTests {
    @Test func `a file is its owner's alone, and is emptied first`() throws {
        let folder = try TestFolder()
        try folder.write("a former report", to: "report")
        chmod("\(folder.path)/report", 0o644)
        let output = try LineOutput(path: "\(folder.path)/report")
        try output.write(Array("a line\n".utf8))
        try output.flush()
        #expect(try String(contentsOfFile: "\(folder.path)/report", encoding: .utf8) == "a line\n")
        let mode = try FileManager.default.attributesOfItem(atPath: "\(folder.path)/report")[.posixPermissions] as? Int
        #expect(mode == 0o600)
    }

    @Test func `a full disk is said`() throws {
        let output = try LineOutput(path: "/dev/full")
        try output.write([1])
        let failure = #expect(throws: CommandFailure.self) { try output.flush() }
        #expect(failure?.exitCode == EX_IOERR)
    }
}

struct OutputPlacesTests {
    @Test func `a file that is to be read is never written to`() throws {
        let folder = try TestFolder()
        try folder.write("They moved me again.", to: "letters.txt")
        let path = "\(folder.path)/letters.txt"
        for places in [OutputPlaces(report: path, receipts: nil), OutputPlaces(report: nil, receipts: path)] {
            #expect(throws: CommandFailure.self) { try places.check(against: [path]) }
        }
        #expect(throws: CommandFailure.self) {
            try OutputPlaces(report: "\(folder.path)/x", receipts: "\(folder.path)/./x").check(against: [path])
        }
        try OutputPlaces(report: "/dev/null", receipts: "/dev/null").check(against: [path])
    }

    @Test func `receipts of an earlier run keep a name of their own`() throws {
        let folder = try TestFolder()
        let path = "\(folder.path)/receipts.csv"
        for receipts in ["first", "second"] {
            try OutputPlaces(report: nil, receipts: path).keepFormerReceipts()
            try folder.write(receipts, to: "receipts.csv")
        }
        #expect(try folder.names() == ["receipts.csv", "receipts.csv.1"])
        #expect(try String(contentsOfFile: path + ".1", encoding: .utf8) == "first")
    }
}
