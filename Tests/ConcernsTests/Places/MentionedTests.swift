import Concerns
import FactFiles
import TestSupport
import Testing

struct MentionedTests {
    let authorities: Authorities

    init() throws { authorities = try AuthoritiesFile.read(Project.text("Facts/authorities.csv")) }

    @Test(arguments: [
        ("i am with leeds city council and nobody came", "E08000035"),
        ("My social worker is from Kent Social Services.", "E10000016"),
        ("the London Borough of Camden placed me miles away", "E09000007"),
        ("Birmingham children’s services never rang", "E08000025"),
        ("Royal Borough of Kensington and Chelsea council said no", "E09000020"),
        ("when I was in Wigan. I asked Sandwell Council twice", "E08000028"),
        ("BRISTOL CITY COUNCIL", "E06000023"),
    ])
    func `a council that is named as one is found in running words`(text: String, code: String) throws {
        #expect(try authorities.mentioned(in: text) == .one(#require(authorities[GSSCode(code)])))
    }

    @Test(arguments: [
        "me and kent were reading about bath and bury", "the council never listens", "council",
        "I live in Birmingham", "the borough of nowhere at all", "social services", "", "my county of", "borough of",
    ])
    func `a bare name, or a council without one, settles nothing`(text: String) {
        #expect(authorities.mentioned(in: text) == .unknown)
    }

    @Test func `two councils are left for the moderator`() {
        let guess = authorities.mentioned(in: "Leeds city council moved me. Now Wakefield council says I am not theirs")
        guard case .ask(let several) = guess else { return #expect(Bool(false), "\(guess)") }
        #expect(several.map(\.name) == ["Leeds", "Wakefield"])
    }

    @Test func `a wall of words is read in a moment`() {
        let wall = String(repeating: "council of the borough of ", count: 40_000)
        let seconds = ContinuousClock().measure { _ = authorities.mentioned(in: wall) }
        #expect(seconds < .seconds(5))
    }
}
