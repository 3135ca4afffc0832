import Dispatch
import Foundation
import Unsealing

/// Lets passwords be checked one at a time, since each check takes about a second of one core and 128 MiB.
///
/// Each name has places of its own, and all names that nobody has share one name's places: whoever floods the sign-in form
/// takes nobody's place but that of the name they use. The work is done on a thread of its own: on the shared ones it would
/// hold up every other request.
actor PasswordGate {
    /// One is checked, one waits.
    static let placesOfAName = 2
    /// More names at once than a service has staff are an attack.
    static let mostNames = 32

    /// Whose places someone takes.
    enum Place: Hashable, Sendable {
        case account(String)
        case nobodys
    }

    private let thread = DispatchQueue(label: "earshot.passwords")
    private let nobodys: StaffPassword?
    private var taken: [Place: Int] = [:]

    /// - Parameter rounds: what a check costs for a name that nobody has, so that time does not tell who has an account.
    init(rounds: Int, using generator: inout some RandomNumberGenerator) {
        func random(_ count: Int) -> Data {
            Data((0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) })
        }
        nobodys = StaffPassword(
            "scrypt \(rounds) 8 1 \(random(16).base64EncodedString()) \(random(32).base64EncodedString())")
    }

    /// The key that closes the team's key for this person, or nil when the password is wrong.
    ///
    /// - Parameter kept: the account's password as kept; nil does the same work in vain.
    /// - Throws: ``GateIsFull``.
    func open(_ kept: String?, with password: String, at place: Place) async throws(GateIsFull) -> WrappingKey? {
        let already = taken[place, default: 0]
        guard already < Self.placesOfAName, already > 0 || taken.count < Self.mostNames else { throw GateIsFull() }
        taken[place] = already + 1
        defer { leave(place) }
        let account = kept.flatMap { StaffPassword($0) }
        let checked = account ?? nobodys
        let key = await withCheckedContinuation { answer in
            thread.async { answer.resume(returning: checked?.opened(by: password)) }
        }
        return account == nil ? nil : key
    }

    private func leave(_ place: Place) {
        let others = taken[place, default: 1] - 1
        taken[place] = others > 0 ? others : nil
    }
}

/// Too many are signing in under this name, or under any, at this moment.
struct GateIsFull: Error, Equatable, CustomStringConvertible {
    var description: String { "Too many people are signing in right now. Wait a minute and try again." }
}
