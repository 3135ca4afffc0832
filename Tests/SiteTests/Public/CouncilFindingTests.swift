import Concerns
import HTTPTypes
import Testing

/// How a young person finds their council's page by typing a name.
struct CouncilFindingTests {
    @Test(arguments: [
        ("Birmingham", "E08000025"), ("birmingham city council", "E08000025"), ("  Leeds ", "E08000035"),
    ])
    func `a council's own name leads to its page`(typed: String, code: String) async throws {
        let answer = try await TestPublicSite().post("/councils", [("council", typed)])
        #expect(answer.status == .seeOther)
        #expect(answer.headers[.location] == "/councils/\(code)")
    }

    @Test(arguments: [("Oxford", ["E10000025"]), ("Richmond", ["E06000065", "E09000027"])])
    func `a town is asked back with every council that it may mean`(typed: String, codes: [String]) async throws {
        let answer = try await TestPublicSite().post("/councils", [("council", typed)])
        #expect(answer.status == .ok)
        #expect(answer.main.contains("Is it one of these?"))
        let found = answer.addresses.filter { $0.hasPrefix("/councils/") }
        #expect(Set(found) == Set(codes.map { "/councils/\($0)" }))
        #expect(answer.main.contains(#"name="council" value="\#(typed)""#))
    }

    @Test(arguments: ["Atlantis", "<b>\"& Atlantis", "x\0y"])
    func `a name that nobody knows is said to be unknown, and all councils follow`(typed: String) async throws {
        let site = try TestPublicSite()
        let answer = try await site.post("/councils", [("council", typed)])
        #expect(answer.status == .ok)
        #expect(answer.main.contains("We do not know a council with this name. Look in the list below."))
        #expect(answer.addresses.contains("/councils/E08000025"))
        #expect(!answer.html.contains("<b>"))
    }

    @Test func `what was typed stands in no address`() async throws {
        let site = try TestPublicSite()
        for typed in ["Leeds", "Richmond", "Atlantis"] {
            let answer = try await site.post("/councils", [("council", typed)])
            for address in answer.addresses + [answer.headers[.location] ?? ""] {
                #expect(!address.contains(typed) && !address.contains("?"), "\(address)")
            }
        }
    }
}
