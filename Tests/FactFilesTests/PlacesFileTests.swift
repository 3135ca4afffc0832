import Concerns
import FactFiles
import TestSupport
import Testing

struct PlacesFileTests {
    @Test func `the shipped file holds a thousand places and more, some in every council of today`() throws {
        let authorities = try Self.shipped.get()
        #expect(Set(try Self.rows.get().map(\.place)).count > 1000)
        // Even the City of London, a square mile, has two.
        for authority in authorities.current { #expect(authority.places.count >= 2, "\(authority.name)") }
        #expect(authorities.all.count { !$0.isCurrent && !$0.places.isEmpty } == 0)
    }

    @Test func `every council's own names settle it`() throws {
        let authorities = try Self.shipped.get()
        for authority in authorities.current {
            for name in [authority.name, authority.officialName] + authority.aliases {
                #expect(authorities.named(name) == .one(authority), "\(name)")
                #expect(authorities.named("the \(name.uppercased())") == .one(authority), "\(name)")
            }
        }
    }

    @Test func `every place is asked back, with every council that it lies in`() throws {
        let authorities = try Self.shipped.get()
        for row in try Self.rows.get() {
            guard case .ask(let asked) = authorities.named(row.place) else {
                Issue.record("“\(row.place)” is not asked back")
                continue
            }
            #expect(Set(asked.map(\.code.description)).isSuperset(of: row.codes), "\(row.place)")
        }
    }

    @Test func `every name that may mean several councils is asked back, or is the own name of another`() throws {
        let authorities = try Self.shipped.get()
        for authority in authorities.current {
            for name in authority.cautionAliases {
                switch authorities.named(name) {
                case .ask(let asked): #expect(asked.contains(authority), "\(name)")
                case .one(let other): #expect(other != authority, "\(name)")
                case .unknown: Issue.record("“\(name)” of \(authority.name) is unknown")
                }
            }
        }
    }

    @Test func `each of the 164 districts of today leads to a county, and each county has some`() throws {
        let districts = try Self.rows.get().filter { $0.kind == "district" }
        #expect(districts.count == 164)
        for district in districts { #expect(district.codes.contains { $0.hasPrefix("E10") }, "\(district.place)") }
        let counties = try Self.shipped.get().current.map(\.code.description).filter { $0.hasPrefix("E10") }
        #expect(counties.count == 21)
        for county in counties { #expect(districts.count { $0.codes.contains(county) } >= 5, "\(county)") }
    }

    @Test func `no wrong letter is put right in silence`() throws {
        let authorities = try Self.shipped.get()
        let own = Set(authorities.all.flatMap { $0.aliases + [$0.name, $0.officialName] }.map { PlainName($0).key })
        let names = authorities.current.flatMap { $0.places + [$0.name] }.filter { $0.count >= 6 }
        for seed in UInt64(0)..<500 {
            var generator = Seeded(seed)
            var letters = Array(try #require(names.randomElement(using: &generator)))
            let place = Int.random(in: letters.indices, using: &generator)
            switch Int.random(in: 0..<3, using: &generator) {
            case 0: letters.remove(at: place)
            case 1: letters.insert(try #require("aeioustr".randomElement(using: &generator)), at: place)
            default: letters[place] = try #require("aeioustr".randomElement(using: &generator))
            }
            if case .one = authorities.named(String(letters)) {
                #expect(own.contains(PlainName(String(letters)).key), "\(seed): \(String(letters))")
            }
        }
    }

    @Test(arguments: [
        ("Brum", "Birmingham"), ("B’ham", "Birmingham"), ("pompey", "Portsmouth"), ("Hull", "Kingston upon Hull"),
        ("Manchester", "Manchester"), ("mcr", "Manchester"), ("Birmingham", "Birmingham"), ("the Wirral", "Wirral"),
        ("City of London", "City of London"), ("Leeds City Council", "Leeds"), ("city of leeds", "Leeds"),
        ("St Helens MBC", "St. Helens"), ("saint helens", "St. Helens"), ("LONDON BOROUGH OF CAMDEN", "Camden"),
        ("Bournemouth Christchurch & Poole", "Bournemouth, Christchurch and Poole"), ("Tower Hamlets", "Tower Hamlets"),
        ("Southend City Council", "Southend-on-Sea"), ("Telford & Wrekin", "Telford and Wrekin"),
        ("stoke on trent", "Stoke-on-Trent"), ("Newcastle-upon-Tyne", "Newcastle upon Tyne"),
        ("milton  keynes", "Milton Keynes"), ("Kent social services", "Kent"), ("Kent County Council", "Kent"),
        ("County Durham", "Durham"),
        ("Wirral MBC", "Wirral"), ("Bristol", "Bristol"), ("Herefordshire", "Herefordshire"),
    ])
    func `a name that people use settles the council`(typed: String, name: String) throws {
        #expect(try Self.said(typed) == ["= \(name)"])
    }

    @Test(arguments: [
        ("Oxford", ["Oxfordshire"]), ("Oxford City Council", ["Oxfordshire"]), ("Mendip", ["Somerset"]),
        ("Copeland", ["Cumberland"]), ("Craven", ["North Yorkshire"]), ("Daventry", ["West Northamptonshire"]),
        ("Bournemouth", ["Bournemouth, Christchurch and Poole"]), ("Whitehaven", ["Cumberland"]),
        ("King's Lynn", ["Norfolk"]), ("Newark", ["Nottinghamshire"]), ("Stamford", ["Lincolnshire"]),
        ("Ashford", ["Kent", "Surrey"]), ("Gillingham", ["Dorset", "Medway"]),
        ("Gillingham, Kent", ["Dorset", "Medway"]), ("Richmond", ["North Yorkshire", "Richmond upon Thames"]),
        ("Newport", ["Isle of Wight", "Telford and Wrekin"]),
        ("Newcastle", ["Newcastle upon Tyne", "Staffordshire"]), ("Stratford", ["Newham", "Warwickshire"]),
        ("Sutton Coldfield", ["Birmingham"]), ("Brixton, London", ["Lambeth"]),
        ("Cumbria", ["Cumberland", "Westmorland and Furness"]),
        ("Northamptonshire", ["North Northamptonshire", "West Northamptonshire"]),
        ("Bedfordshire", ["Bedford", "Central Bedfordshire", "Luton"]),
        ("Cheshire", ["Cheshire East", "Cheshire West and Chester", "Halton", "Warrington"]),
        ("Sussex", ["Brighton and Hove", "East Sussex", "West Sussex"]), ("notts", ["Nottingham", "Nottinghamshire"]),
        ("Dorset County Council", ["Bournemouth, Christchurch and Poole", "Dorset"]),
        ("Leicester County Council", ["Leicester", "Leicestershire"]),
        ("Scunny", ["North Lincolnshire"]), ("Brimingham", ["Birmingham"]), ("Birmingam", ["Birmingham"]),
        ("Manchster", ["Manchester"]), ("Sandwel", ["Sandwell"]), ("Oxfrod", ["Oxfordshire"]),
    ])
    func `a place, or a name with a letter wrong, is asked back`(typed: String, names: [String]) throws {
        #expect(try Self.said(typed) == names.map { "? \($0)" })
    }

    @Test(arguments: [
        ("London", 33), ("Greater Manchester", 10), ("Yorkshire", 13), ("Berkshire", 6), ("West Midlands", 7),
    ])
    func `a wide area is asked back with all its councils`(typed: String, count: Int) throws {
        #expect(try Self.said(typed).count == count)
    }

    @Test(arguments: [
        "I don't know", "idk", "dont know", "not sure", "no", "nobody", "my mum", "foster carer", "social worker",
        "secret", "Cardiff", "Glasgow", "Lodnon", "council", "asdfgh", "SW1A 1AA", "none of your business",
    ])
    func `what names no council of England stays unknown`(typed: String) throws {
        #expect(try Self.said(typed).isEmpty)
    }

    @Test(arguments: [
        ("Oxford,district,E10000025", "Oxford,district,E10000099", "is the code of no council of today"),
        ("Oxford,district,E10000025", "Oxford,district,E10000006", "is the code of no council of today"),
        ("Oxford,district,E10000025", "Oxford,district,", "it lies nowhere"),
        ("Oxford,district,E10000025", "Oxford,village,E10000025", "is no kind of place"),
        ("Oxford,district,E10000025", "banbury,town,E10000025", "stands on line"),
        ("Oxford,district,E10000025", "?,town,E10000025", "has no name"),
        ("Oxford,district,E10000025", "Brum,nickname,E08000025", "is a name of Birmingham itself"),
    ])
    func `a row that cannot be right is refused by its line`(from: String, to: String, says: String) throws {
        let text = try Project.text("Facts/places.csv")
        #expect(text.contains("\n\(from)\n"))
        let authorities = try AuthoritiesFile.read(try Project.text("Facts/authorities.csv"))
        let problem = try #require(throws: FactProblem.self) {
            try PlacesFile.read(text.replacing("\n\(from)\n", with: "\n\(to)\n"), into: authorities)
        }
        #expect(problem.says.contains(says))
        #expect(problem.line != nil)
        #expect(problem.file == "places.csv")
    }

    @Test func `looking for a mistyped name among all costs next to nothing`() throws {
        let authorities = try Self.shipped.get()
        let typed = ["Birmingam", "Wolverhamton", "Nothing like it", "Notinghamshire", "Zzzzzzzzzz"]
        let spent = ContinuousClock().measure {
            for _ in 0..<20 { for name in typed { _ = authorities.named(name) } }
        }
        // Half a millisecond in a debug build on two busy cores.
        #expect(spent / 100 < .milliseconds(20))
    }

    /// What is settled as “= name”, what is asked as “? name”.
    private static func said(_ typed: String) throws -> [String] {
        switch try shipped.get().named(typed) {
        case .one(let authority): ["= \(authority.name)"]
        case .ask(let authorities): authorities.map { "? \($0.name)" }
        case .unknown: []
        }
    }

    private static let shipped = Result {
        try PlacesFile.read(
            Project.text("Facts/places.csv"), into: AuthoritiesFile.read(Project.text("Facts/authorities.csv")))
    }

    private static let rows = Result {
        try FactTable(
            file: "places.csv", text: Project.text("Facts/places.csv"), columns: ["place", "kind", "gss_codes"]
        ).rows.map { row in (place: row["place"], kind: row["kind"], codes: Set(row.parts("gss_codes"))) }
    }
}
