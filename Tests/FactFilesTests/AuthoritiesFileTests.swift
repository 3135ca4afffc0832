import Concerns
import FactFiles
import Foundation
import TestSupport
import Testing

struct AuthoritiesFileTests {
    func shipped() throws -> String { try Project.text("Facts/authorities.csv") }

    @Test func `the shipped file holds 153 councils of today and 152 of the cycle`() throws {
        let authorities = try AuthoritiesFile.read(try shipped())
        #expect(authorities.all.count == 158)
        #expect(authorities.current.count == 153)
        #expect(authorities.all.count { $0.isInSIFCycle } == 152)
    }

    @Test(arguments: [
        ("E09000002,,301", "E07000002,,301", "is not an authority’s code"),
        ("E09000003,,302", "E09000002,,302", "stands on line"),
        ("b&d|barking & dagenham", "barnet|barking & dagenham", "the alias “barnet” stands on line"),
        ("b&d|barking & dagenham", "Lon-don Borough of BARNET|barking & dagenham", "stands on line"),
        ("2023-03-31,,E06000063|E06000064", "2023-03-31,,", "it has ended and nobody came after it"),
        ("2023-03-31,,E06000063|E06000064", "31/03/2023,,E06000063|E06000064", "is not a day"),
        ("2023-03-31,,E06000063|E06000064", "2023-03-31,,E06000999", "E06000999 is in no row"),
    ])
    func `a row that cannot be right is refused by its line`(from: String, to: String, says: String) throws {
        let text = try shipped()
        #expect(text.contains(from))
        let problem = try #require(throws: FactProblem.self) {
            try AuthoritiesFile.read(text.replacing(from, with: to, maxReplacements: 1))
        }
        #expect(problem.says.contains(says))
        #expect(problem.line != nil)
    }
}
