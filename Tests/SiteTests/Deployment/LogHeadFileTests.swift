import Concerns
import Foundation
import Store
import Testing

@testable import earshot

struct LogHeadFileTests {
    @Test func `a log that was cut off is never noted over what was known of it`() async throws {
        let place = FileManager.default.temporaryDirectory.appending(path: "earshot-\(UUID().uuidString)")
        let folder = try DataFolder(place.path)
        let heads = LogHeadFile(folder: folder)
        #expect(try heads.read() == nil)
        let day = try Day("2026-11-24")
        let keys = try folder.serviceKeys()
        let full = folder.log(of: try Records.inMemory(), keys: keys)
        for number in 1...3 {
            try await full.append(LogLine(day: day, who: "mo", did: "opened", about: "\(number)"))
        }
        #expect(try await heads.follow(full))
        let short = folder.log(of: try Records.inMemory(), keys: keys)
        try await short.append(LogLine(day: day, who: "mo", did: "opened", about: "1"))
        #expect(try await !heads.follow(short))
        #expect(try heads.read()?.number == 3)
        #expect(try await short.verify(against: heads.read()).fault?.kind == .cutOff(2))
    }
}
