import Foundation
import Testing
import Unsealing

@testable import StaffSite

struct PasswordGateTests {
    static func gate(rounds: Int = 16) -> PasswordGate {
        var random = SystemRandomNumberGenerator()
        return PasswordGate(rounds: rounds, using: &random)
    }

    @Test func `the right password opens, another does not, and nobody's password opens nothing`() async throws {
        let (kept, _) = try StaffPassword.make(from: "right", salt: Data(count: 16), rounds: 16)
        let gate = Self.gate()
        #expect(try await gate.open(kept.description, with: "right") != nil)
        #expect(try await gate.open(kept.description, with: "wrong") == nil)
        #expect(try await gate.open(nil, with: "right") == nil)
        #expect(try await gate.open("not a password", with: "right") == nil)
    }

    @Test func `more people at once than the queue holds are turned away, and the others are served`() async throws {
        // Slow enough that all have come before the first is served.
        let gate = Self.gate(rounds: 1 << 14)
        let turnedAway = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<PasswordGate.longestQueue * 2 {
                group.addTask {
                    do { _ = try await gate.open(nil, with: "any") } catch { return true }
                    return false
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect((1...PasswordGate.longestQueue).contains(turnedAway))
        #expect(try await gate.open(nil, with: "any") == nil)
    }
}
