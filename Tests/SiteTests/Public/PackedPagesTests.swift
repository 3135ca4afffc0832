import Foundation
import HTTPTypes
import Pages
import Testing

/// Pages that are the same for everyone go packed to whoever takes them so.
struct PackedPagesTests {
    @Test func `packed and plain are the same text, and both say how long they are`() async throws {
        let site = try TestPublicSite()
        let style = try #require(try await site.get("/").between(#"<link rel="stylesheet" href=""#, "\""))
        for address in [
            "/", "/receipt", "/councils", "/councils/E08000025", "/help-now", "/privacy", "/stay-safe", "/languages",
            String(style),
        ] {
            let plain = try await site.get(address)
            let packed = try await site.get(address, headers: [.acceptEncoding: "br, GZIP"])
            #expect(plain.headers[.contentEncoding] == nil, "\(address)")
            #expect(packed.headers[.contentEncoding] == "gzip", "\(address)")
            for answer in [plain, packed] {
                #expect(answer.headers[.vary] == "Accept-Encoding", "\(address)")
                #expect(answer.headers[.contentLength] == "\(answer.bytes.count)", "\(address)")
            }
            #expect(try Self.unpacked(packed.bytes) == plain.bytes, "\(address)")
        }
    }

    /// What `gzip`, which every Debian has, makes of packed bytes.
    private static func unpacked(_ bytes: [UInt8]) throws -> [UInt8] {
        let file = FileManager.default.temporaryDirectory.appending(path: "earshot-\(UUID().uuidString).gz")
        try Data(bytes).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let (gzip, output) = (Process(), Pipe())
        gzip.executableURL = URL(filePath: "/usr/bin/gzip")
        gzip.arguments = ["--decompress", "--stdout", file.path]
        gzip.standardOutput = output
        try gzip.run()
        let plain = try output.fileHandleForReading.readToEnd() ?? Data()
        gzip.waitUntilExit()
        return Array(plain)
    }
}
