import Concerns
import Testing

/// What a typed name means, with a handful of councils; the councils that we ship are tried with their file.
struct AuthoritiesTests {
    @Test(arguments: [
        "Sandford", "sandford", "SANDFORD", "  Sandford \n", "Sandford Council", "sandford city council", "Sándförd",
        "City of Sandford", "the city of Sandford", "Sandford children's services",
        "Sandford childrens social care", "Sandford social services", "Sandford local authority", "sandy", "S'ford",
        "s’ford", "S FORD", "Sandford\u{200F}", "Ｓａｎｄｆｏｒｄ",
    ])
    func `a council's own name or nickname settles it, however it is written`(typed: String) throws {
        #expect(try few().named(typed) == .one(try sandford()))
    }

    @Test(arguments: [
        ("Royal Borough of St Bees and Hythe", "E09000002"), ("saint bees & hythe", "E09000002"),
        ("St. Bees + Hythe", "E09000002"), ("st-bees-and-hythe", "E09000002"), ("stbeesandhythe", "E09000002"),
        ("LB St Bees and Hythe", "E09000002"), ("London Borough of St Bees and Hythe", "E09000002"),
        ("Greenshire county council", "E10000003"), ("Greenshire CC", "E10000003"), ("Westmoor MBC", "E08000004"),
        ("Borough of Westmoor", "E08000004"), ("Westmoor metropolitan borough council", "E08000004"),
    ])
    func `the kind of council may stand before or after its name`(typed: String, code: String) throws {
        #expect(try few().named(typed) == .one(try council(code)))
    }

    @Test(arguments: ["Sandford county council", "County of Sandford", "Sandford MBC", "London Borough of Sandford"])
    func `a kind that the council is not makes a question of its name, with the others that may be meant`(
        typed: String
    ) throws {
        #expect(try few().named(typed) == .ask([try council("E10000003"), try sandford()]))
    }

    @Test(arguments: [
        ("Milltown", ["E10000003"]), ("milltown district council", ["E10000003"]), ("King’s Mere", ["E08000004"]),
        ("kings mere", ["E08000004"]), ("Newbridge", ["E10000003", "E06000001"]),
        ("Newbridge, Greenshire", ["E10000003", "E06000001"]), ("12 High Street, Milltown", ["E10000003"]),
        ("Old Town (Sandford)", ["E06000001"]), ("ssf", ["E10000003", "E06000001"]),
    ])
    func `a place is asked back, also where it lies in one council only`(typed: String, codes: [String]) throws {
        #expect(try few().named(typed) == .ask(try codes.map(council)))
    }

    @Test(arguments: [
        ("a wrong letter", "Sandfard"), ("a missing letter", "Sanford"), ("a letter too many", "Sanddford"),
        ("two letters changed about", "Sadnford"), ("the first letter", "Zandford"), ("the last letter", "Sandforf"),
        ("with its kind", "Sanford city council"), ("without its first letter", "andford"),
    ])
    func `a council with one letter wrong is asked back, never put right in silence`(what: String, typed: String)
        throws
    {
        #expect(try few().named(typed) == .ask([try sandford()]), "\(what)")
    }

    @Test func `a place with one letter wrong is asked back with all that it may be`() throws {
        #expect(try few().named("Newbrige") == .ask([try council("E10000003"), try sandford()]))
        #expect(try few().named("Miltown") == .ask([try council("E10000003")]))
    }

    @Test(arguments: [
        ("nothing", ""), ("spaces", " \t "), ("signs", "?!"), ("a picture", "🙂"), ("no idea", "I don't know"),
        ("two letters wrong", "Sundferd"), ("a short name with a letter wrong", "Hors"), ("a post code", "SA1 4XY"),
        ("a name with a digit", "Sandf0rd"), ("only a kind", "council"), ("only kinds", "the city council"),
        ("Arabic", "لا أعرف"), ("Tigrinya", "ኣይፈልጥን"), ("Chinese", "不知道"), ("Welsh", "Dwi ddim yn gwybod"),
        ("a NUL", "\0"), ("a long paste", String(repeating: "Sandford ", count: 1000)),
    ])
    func `what is no name stays unknown`(what: String, typed: String) throws {
        #expect(try few().named(typed) == .unknown, "\(what)")
    }

    @Test func `a letter wrong that fits more than six councils is no help, and unknown`() throws {
        func fens(_ count: Int) throws -> Authorities {
            Authorities(try (1...count).map { try .test("E0600010\($0)", "Fen \($0)", places: ["Fenland"]) })
        }
        #expect(try fens(6).named("Fenlamd") == .ask(try fens(6).all))
        #expect(try fens(7).named("Fenlamd") == .unknown)
        #expect(try fens(7).named("Fenland") == .ask(try fens(7).all))
    }

    @Test func `the name of a council that was split is asked back, and so is its bare name`() throws {
        let (north, south) = (try council("E06000005"), try council("E06000006"))
        #expect(try few().named("Oldshire County Council") == .ask([north, south]))
        #expect(try few().named("Oldshire") == .ask([north, south]))
        #expect(try few().named("Oldshier") == .ask([north, south]))
    }

    @Test func `a council that became part of one other is that one today`() throws {
        #expect(try few().named("Littleton Borough Council") == .one(try sandford()))
        #expect(try few().named("Littleton") == .ask([try sandford()]))
    }

    @Test func `every single mistake in a long name is asked back or is another name`() throws {
        let authorities = try few()
        let name = Array("Newbridge")
        for place in name.indices {
            for letter in "abcdefghijklmnopqrstuvwxyz" {
                for typed in Self.mistakes(in: name, at: place, with: letter) where typed.lowercased() != "newbridge" {
                    #expect(authorities.named(typed) == .ask([try council("E10000003"), try sandford()]), "\(typed)")
                }
            }
        }
    }

    private static func mistakes(in name: [Character], at place: Int, with letter: Character) -> [String] {
        var (wrong, missing, more, changed) = (name, name, name, name)
        wrong[place] = letter
        missing.remove(at: place)
        more.insert(letter, at: place)
        if place > 0 { changed.swapAt(place, place - 1) }
        return [wrong, missing, more, changed].map { String($0) }
    }

    private func few() throws -> Authorities { Authorities(try Self.few.get()) }

    private func council(_ code: String) throws -> Authority { try #require(try few()[GSSCode(code)]) }

    private func sandford() throws -> Authority { try council("E06000001") }

    private static let few = Result {
        [
            try Authority.test(
                "E06000001", "Sandford", official: "Sandford City Council", aliases: ["sandy", "s'ford"],
                cautions: ["ssf", "littleton"], places: ["Newbridge", "Old Town"]),
            try .test(
                "E09000002", "St Bees and Hythe", official: "Royal Borough of St Bees and Hythe", aliases: ["rbsb"]),
            try .test(
                "E10000003", "Greenshire", official: "Greenshire County Council", cautions: ["sandford", "ssf"],
                places: ["Milltown", "Newbridge"]),
            try .test("E08000004", "Westmoor", official: "Westmoor Council", places: ["King's Mere", "Horn"]),
            try .test("E06000005", "North Oldshire", cautions: ["oldshire"]),
            try .test("E06000006", "South Oldshire", cautions: ["oldshire"]),
            try .test("E10000007", "Oldshire", official: "Oldshire County Council", next: ["E06000005", "E06000006"]),
            try .test("E06000008", "Littleton", official: "Littleton Borough Council", next: ["E06000001"]),
        ]
    }
}

extension Authority {
    /// - Parameter next: who came after it; one that has no successor is of today.
    fileprivate static func test(
        _ code: String, _ name: String, official: String = "", aliases: [String] = [], cautions: [String] = [],
        places: [String] = [], next: [String] = []
    ) throws -> Authority {
        Authority(
            code: try GSSCode(code), formerCodes: [], name: name, officialName: official.isEmpty ? name : official,
            region: "", validFrom: nil, validTo: nil, predecessors: [], successors: try next.map(GSSCode.init),
            isInSIFCycle: true, isCurrent: next.isEmpty, aliases: aliases, cautionAliases: cautions, places: places,
            childrenInCare: nil, childrenInCareYear: nil)
    }
}
