import Concerns
import Foundation
import Store
import Testing

@testable import earshot

struct BackupFolderTests {
    @Test func `a backup is destroyed when its term is over, and nothing else in its folder ever`() throws {
        let place = FileManager.default.temporaryDirectory.appending(path: "earshot-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        for day in ["2026-10-01", "2026-10-24", "2026-10-25"] {
            try Records.inMemory().backUp(to: place.appending(path: day), on: Day(day))
        }
        // What is no backup of ours: a database in use, another file, a folder.
        try Records(file: place.appending(path: "earshot.sqlite")).close()
        try Data("2026-10-01".utf8).write(to: place.appending(path: "notes"))
        try FileManager.default.createDirectory(
            at: place.appending(path: "folder"), withIntermediateDirectories: false)
        let backups = BackupFolder(url: place, months: 1)
        let today = try Day("2026-11-25")
        #expect(try Set(backups.due(today: today).map(\.lastPathComponent)) == ["2026-10-01", "2026-10-24"])
        #expect(try backups.destroyDue(today: today) == 2)
        #expect(try backups.destroyDue(today: today) == 0)
        let left = try FileManager.default.contentsOfDirectory(atPath: place.path)
        #expect(Set(left).isSuperset(of: ["2026-10-25", "earshot.sqlite", "notes", "folder"]))
        #expect(!left.contains("2026-10-01"))
        #expect(throws: CommandFailure.self) {
            try BackupFolder(url: place.appending(path: "nowhere"), months: 1).due(today: today)
        }
    }
    @Test func `what a backup that was killed has left is destroyed the night after, not what is being made`()
        throws
    {
        let place = FileManager.default.temporaryDirectory.appending(path: "earshot-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        let today = try Day("2026-11-25")
        let midnight = Double(today.number * 86_400)
        let left = BackupFolder.partial(of: place.appending(path: "earshot-2026-11-24")).lastPathComponent
        for (name, second) in [
            (left, midnight - 60), (left + "-journal", midnight - 60), ("new.partial-17", midnight + 60),
            ("partial-thoughts", midnight - 60), ("a.partial-17.txt", midnight - 60),
        ] {
            let file = place.appending(path: name)
            try Data("words".utf8).write(to: file)
            try FileManager.default.setAttributes(
                [.modificationDate: Date(timeIntervalSince1970: second)], ofItemAtPath: file.path)
        }
        #expect(try BackupFolder(url: place, months: 1).destroyDue(today: today) == 2)
        let names = try FileManager.default.contentsOfDirectory(atPath: place.path)
        #expect(Set(names) == ["new.partial-17", "partial-thoughts", "a.partial-17.txt"])
    }
}
