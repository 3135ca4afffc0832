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
        #expect(try await gate.open(kept.description, with: "right", at: .account("mo")) != nil)
        #expect(try await gate.open(kept.description, with: "wrong", at: .account("mo")) == nil)
        #expect(try await gate.open(nil, with: "right", at: .account("mo")) == nil)
        #expect(try await gate.open("not a password", with: "right", at: .account("mo")) == nil)
    }

    @Test func `a flood under one name takes nobody else's place`() async throws {
        // Slow enough that all have come before the first is served.
        let gate = Self.gate(rounds: 1 << 14)
        let turnedAway = await Self.turnedAway(Array(repeating: .nobodys, count: 20) + [.account("mo")], from: gate)
        #expect(turnedAway.filter { $0 == .nobodys }.count >= 20 - PasswordGate.placesOfAName - 1)
        #expect(!turnedAway.contains(.account("mo")))
        #expect(try await gate.open(nil, with: "any", at: .nobodys) == nil)
    }

    @Test func `only so many names wait at once, and places that are left are free again`() async throws {
        let gate = Self.gate(rounds: 1 << 12)
        let names = (0..<PasswordGate.mostNames * 2).map { PasswordGate.Place.account("\($0)") }
        let turnedAway = await Self.turnedAway(names, from: gate)
        #expect((1...PasswordGate.mostNames).contains(turnedAway.count))
        #expect(try await gate.open(nil, with: "any", at: .account("new")) == nil)
    }

    /// Sends one of each at the same time.
    private static func turnedAway(
        _ places: [PasswordGate.Place], from gate: PasswordGate
    ) async -> [PasswordGate.Place] {
        await withTaskGroup(of: PasswordGate.Place?.self) { group in
            for place in places {
                group.addTask {
                    do { _ = try await gate.open(nil, with: "any", at: place) } catch { return place }
                    return nil
                }
            }
            return await group.reduce(into: []) { found, place in place.map { found.append($0) } }
        }
    }
}
