import Foundation
import Sealing
import TestSupport
import Testing

struct FormTokensTests {
    let tokens = FormTokens(key: Data(repeating: 3, count: 32))

    @Test(arguments: [(0, false), (2, false), (3, true), (60, true), (43_200, true), (43_201, false), (-5, false)])
    func `a token works from three seconds to twelve hours of age`(age: Int, works: Bool) {
        var generator = Seeded(1)
        let token = tokens.token(atSecond: 1_000_000, using: &generator)
        #expect((tokens.opened(token, atSecond: 1_000_000 + age) != nil) == works)
    }

    @Test func `an opened token tells when the form was made, and a number that no other form has`() throws {
        var generator = Seeded(1)
        var numbers: Set<Data> = []
        for second in 1_000_000..<1_000_200 {
            let token = tokens.token(atSecond: second, using: &generator)
            let opened = try #require(tokens.opened(token, atSecond: second + 60))
            #expect(opened.madeAtSecond == second)
            #expect(opened.nonce.count == FormToken.nonceByteCount)
            #expect(token.contains(opened.nonce.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()))
            numbers.insert(opened.nonce)
        }
        #expect(numbers.count == 200)
    }

    @Test(arguments: ["", "a.b.c", "f4240.00.11", "..", "zz.00.00", "-8000000000000000.00.00"])
    func `what was not made here does not work`(token: String) {
        #expect(tokens.opened(token, atSecond: 1_000_010) == nil)
    }

    @Test func `a token with any other digit does not work`() {
        var generator = Seeded(1)
        let token = Array(tokens.token(atSecond: 1_000_000, using: &generator))
        for place in token.indices {
            var changed = token
            changed[place] = changed[place] == "0" ? "1" : "0"
            #expect(tokens.opened(String(changed), atSecond: 1_000_060) == nil, "\(place)")
        }
    }

    @Test func `a token of another service does not work`() {
        var generator = Seeded(1)
        let token = FormTokens(key: Data(repeating: 4, count: 32)).token(atSecond: 1_000_000, using: &generator)
        #expect(tokens.opened(token, atSecond: 1_000_010) == nil)
    }
}
