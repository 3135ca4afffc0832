import Concerns
import Testing
import Triage

@Suite struct AreaReadingTests {
    @Test(arguments: [
        ("my personal adviser lost my pathway plan", JudgementArea.careLeavers),
        ("our letterbox contact with my birth nan is late", .adoption),
        ("my foster carer wont let me see my brother", .lookedAfter),
        ("nobody asked us before they decided", .listenedTo),
        ("caseloads are too high and there are vacancies everywhere", .leadership),
        ("my stepdad hits me", .helpAndProtection),
    ])
    func `words speak for their area`(words: String, area: JudgementArea) throws {
        #expect(try ShippedRules.suggestion(words).areas.contains(area))
    }

    @Test func `a message without any such word is about life in care`() throws {
        #expect(try ShippedRules.suggestion("something feels off and i cannot name it").areas == [.lookedAfter])
    }

    @Test func `areas stand in the order of the reports`() throws {
        let areas = try ShippedRules.suggestion("nobody asked me, my pathway plan is late, my carer hits me").areas
        #expect(areas == areas.sorted() && areas.count >= 3)
    }
}
