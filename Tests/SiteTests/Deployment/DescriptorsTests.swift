import Foundation
import Testing

@testable import earshot

struct DescriptorsTests {
    @Test(arguments: [
        (1_024, 1_024, 1_024), (1_024, 20_000, 20_000), (1_024, 1_048_576, 65_536), (1_024, Int.max, 65_536),
        (100_000, 1_048_576, 100_000),
    ])
    func `the limit is raised as far as it may be and is of use, and never lowered`(soft: Int, hard: Int, limit: Int) {
        #expect(Descriptors(soft: soft, hard: hard).limit == limit)
    }

    @Test(arguments: [(1_024, 896), (4_096, 3_968), (20_000, 8_192), (65_536, 8_192), (256, 128), (128, 64)])
    func `connections leave room for the database, the log and the pager`(limit: Int, connections: Int) {
        let descriptors = Descriptors(soft: limit, hard: limit)
        #expect(descriptors.connections == connections)
        #expect(limit - descriptors.connections >= 64)
    }

    @Test func `this process gets what it may`() {
        let raised = Descriptors.raised()
        var now = rlimit()
        #expect(getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &now) == 0)
        #expect(Int(clamping: now.rlim_cur) == raised.limit)
        #expect(Descriptors.raised() == raised)
    }
}

struct FreePortTests {
    @Test(arguments: ["127.0.0.1", "localhost"])
    func `a port is found that nobody holds`(host: String) throws {
        let port = try #require(FreePort.found(on: host))
        #expect((1...65_535).contains(port))
    }

    @Test func `an address that is not this machine's has none`() {
        #expect(FreePort.found(on: "203.0.113.5") == nil)
    }
}
