import Concerns
import Testing
import Triage

/// Names by the words around them, in places where no list has them.
struct NameFinderTests {
    @Test(arguments: [
        ("my sw is called tresna she never rings", "tresna"),
        ("me and oluwabunmi got moved to different houses", "oluwabunmi"),
        ("Quillan, my key worker, said no", "Quillan"), ("they put me in harrowdene for 2 weeks", "harrowdene"),
    ])
    func `a name that no list has is found by what stands around it`(words: String, name: String) throws {
        #expect(try ShippedRules.coveredByBoth(words).contains { $0.contains(name) })
    }

    @Test func `a name that was found is found wherever it stands again`() throws {
        let covered = try ShippedRules.coveredByBoth(
            "my carer Zorbeth shouts. i told school about zorbeth and nobody came")
        #expect(covered.count { $0.lowercased() == "zorbeth" } == 2)
    }

    @Test(arguments: [
        "nobody asks me what i think about the plan", "i rang childline and ofsted about leeds city council",
        "in april they said may", "my mark in maths was good",
        "i rang childline on 0800 1111 and nobody picked up", "text 85258 if you are sad",
        "the landline is broken and her caseload is huge, she said 4pm", "they never asked for my postcode",
    ])
    func `what points to nobody stays`(words: String) throws { #expect(try ShippedRules.coveredByBoth(words) == []) }

    @Test func `each find says why and how sure it is`() throws {
        let finds = try ShippedRules.weighed("my sw Dana Thorn, 07700 900123, never rings").finds
        #expect(finds.contains { $0.redaction.kind == .phone && $0.reason == .rule })
        #expect(finds.allSatisfy { $0.confidence > 0 && $0.confidence <= 1 })
    }
}
