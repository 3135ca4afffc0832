import Foundation
import Testing

@testable import earshot

struct FolderNamesTests {
    private func names(of folder: TestFolder, mostHeld: Int) throws -> [String] {
        let names = try FolderNames(of: FileName(folder.path), in: AT_FDCWD, isNamed: true, mostHeld: mostHeld)
        var found: [String] = []
        while let name = names.next() { found.append(name.shown) }
        return found
    }

    @Test(arguments: [1, 2, 7, 50, 99, 100, 101, 1_000])
    func `all names come once and in order, however few are held`(mostHeld: Int) throws {
        let folder = try TestFolder()
        let written = (0..<100).map { "mail-\(($0 * 37) % 100)" }
        for name in written { try folder.write("", to: name) }
        try folder.write("", to: ".hidden")
        #expect(
            try names(of: folder, mostHeld: mostHeld)
                == written.sorted { Array($0.utf8).lexicographicallyPrecedes($1.utf8) })
    }

    @Test func `a name that is no text is found and can be opened`() throws {
        let folder = try TestFolder()
        let name = FileName(bytes: [0x61, 0xFF, 0x62])
        let path = FileName(bytes: Array(folder.path.utf8) + [0x2F] + name.bytes)
        close(path.withCString { open($0, O_CREAT | O_WRONLY, 0o600) })
        let names = try FolderNames(of: FileName(folder.path), in: AT_FDCWD, isNamed: true)
        let found = try #require(names.next())
        #expect(found.bytes == name.bytes)
        #expect(throws: Never.self) { try SourceFile.open(found, in: names.descriptor, isNamed: false) }
    }

    @Test func `an empty folder ends at once, and a file is no folder`() throws {
        let folder = try TestFolder()
        #expect(try names(of: folder, mostHeld: 10).isEmpty)
        try folder.write("", to: "file")
        #expect(throws: SourceProblem.self) {
            try FolderNames(of: FileName("\(folder.path)/file"), in: AT_FDCWD, isNamed: true)
        }
    }
}
