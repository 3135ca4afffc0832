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
}
