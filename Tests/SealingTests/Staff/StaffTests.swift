import Concerns
import Foundation
import Sealing
import Testing
import Unsealing

struct StaffPasswordTests {
    @Test func `the right password opens the team's key, a wrong one nothing`() throws {
        let team = try TeamPrivateKey.generate()
        let (password, key) = try StaffPassword.make(
            from: "correct horse battery", salt: Data(repeating: 1, count: 16), rounds: 16)
        let wrapped = try key.wrap(team)
        let kept = try #require(StaffPassword(password.description))
        let opened = try #require(kept.opened(by: "correct horse battery"))
        #expect(try opened.unwrap(wrapped).publicKey.rawRepresentation == team.publicKey.rawRepresentation)
        #expect(kept.opened(by: "correct horse batterz") == nil)
        let (_, other) = try StaffPassword.make(
            from: "another password", salt: Data(repeating: 1, count: 16), rounds: 16)
        #expect(throws: CannotUnwrap.self) { try other.unwrap(wrapped) }
    }

    @Test func `an accent typed on another keyboard is the same password`() throws {
        let (kept, _) = try StaffPassword.make(from: "caf\u{E9} caf\u{E9}", salt: Data(count: 16), rounds: 16)
        #expect(kept.opened(by: "cafe\u{301} cafe\u{301}") != nil)
    }

    @Test(arguments: ["", "scrypt 15 8 1 AA== AA==", "bcrypt 16 8 1 AA== AA==", "scrypt 16 8 1 !! AA=="])
    func `what is no kept password is nil`(text: String) { #expect(StaffPassword(text) == nil) }
}

struct SecondFactorTests {
    /// RFC 6238, appendix B, the last six of its eight digits.
    @Test(arguments: [
        (59, "287082"), (1_111_111_109, "081804"), (1_111_111_111, "050471"), (1_234_567_890, "005924"),
        (2_000_000_000, "279037"),
    ])
    func `shows the codes of the standard`(second: Int, code: String) {
        let factor = SecondFactor(secret: Data("12345678901234567890".utf8))
        #expect(factor.code(atStep: second / 30) == code)
        #expect(factor.step(of: code, atSecond: second) == second / 30)
        #expect(factor.step(of: code, atSecond: second + 30) == second / 30)
        #expect(factor.step(of: code, atSecond: second + 90) == nil)
    }

    @Test func `the secret survives being printed, typed and sealed`() throws {
        let factor = SecondFactor(secret: Data("12345678901234567890".utf8))
        #expect(factor.base32 == "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")
        #expect(
            try SecondFactor(typed: "gezd gnbv gy3t qojq gezd gnbv gy3t qojq").code(atStep: 1) == factor.code(atStep: 1)
        )
        let key = Data(repeating: 9, count: 32)
        let sealed = try factor.sealed(for: "sam", key: key)
        #expect(try SecondFactor(opening: sealed, for: "sam", key: key).base32 == factor.base32)
        #expect(throws: (any Error).self) { try SecondFactor(opening: sealed, for: "kim", key: key) }
    }
}

struct WrappingKeyTests {
    @Test func `the recovery words open the team's key, others do not`() throws {
        let team = try TeamPrivateKey.generate()
        let words = [Receipt(random: Array(1...9)), Receipt(random: Array(11...19))]
        let wrapped = try WrappingKey(recovery: words).wrap(team)
        #expect(
            try WrappingKey(recovery: words).unwrap(wrapped).publicKey.rawRepresentation
                == team.publicKey.rawRepresentation)
        #expect(throws: CannotUnwrap.self) { try WrappingKey(recovery: words.reversed()).unwrap(wrapped) }
    }
}

struct LogChainTests {
    private func hash(_ fields: [String], key: UInt8 = 1) -> Data {
        LogChain.hash(after: LogChain.beginning, fields: fields, key: Data(repeating: key, count: 32))
    }

    @Test func `moving a letter from one field to the next changes the hash`() {
        #expect(hash(["ab", "c"]) != hash(["a", "bc"]))
        #expect(hash(["a"]) == hash(["a"]))
    }

    @Test func `who has not the key cannot make the hash`() { #expect(hash(["a"]) != hash(["a"], key: 2)) }
}
