import Foundation
import Sealing
import Testing

@testable import earshot

struct DataFolderTests {
    private static func newPath() -> String {
        FileManager.default.temporaryDirectory.appending(path: "earshot-\(UUID().uuidString)/data").path
    }

    @Test func `a missing folder is made for its owner alone, with keys that stay the same`() throws {
        let path = Self.newPath()
        let folder = try DataFolder(path)
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o700)
        let keys = try folder.serviceKeys()
        #expect(try DataFolder(path).serviceKeys().receipts == keys.receipts)
    }

    @Test func `a folder that cannot be made gives one line that says what to do`() throws {
        let failure = #expect(throws: CommandFailure.self) { try DataFolder("/proc/nowhere/data") }
        #expect(failure?.exitCode == EX_IOERR)
        #expect(failure?.description.contains("--data") == true)
        #expect(failure?.description.contains("\n") == false)
    }

    @Test func `two servers cannot work on one folder`() throws {
        let folder = try DataFolder(Self.newPath())
        let lock = try folder.lock()
        #expect(throws: CommandFailure.self) { try folder.lock() }
        try lock.close()
        try folder.lock().close()
    }

    @Test func `a lost service key is never made anew beside a database, which would end every receipt`() throws {
        let folder = try DataFolder(Self.newPath())
        try Data().write(to: folder.database)
        #expect(throws: CommandFailure.self) { try folder.serviceKeys() }
    }
}
