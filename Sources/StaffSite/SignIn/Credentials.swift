import Concerns
import Foundation
import Store
import Unsealing

/// Turns a name, a password and a code into a session, or into nothing.
struct Credentials: Sendable {
    /// Stands in the log where nobody can know who tried.
    private static let nobodyKnown = "nobody known"
    private static let unknownName = "unknown name"

    let accounts: Accounts
    /// Opens the second factors' secrets.
    let accountKey: Data
    let gate: PasswordGate
    let log: Log
    let failures = FailedSignIns()

    /// Nil for every kind of failure alike: an unknown or disabled name, a wrong password, a wrong or used code.
    ///
    /// Failures under one account are one line of the log a day, without any address.
    ///
    /// - Throws: ``GateIsFull``, ``TooManyFailures``, ``StoreProblem``.
    func session(
        name: String, password: String, code: String, on day: Day, atSecond now: Int, formToken: SecretText
    ) async throws -> Session? {
        let account = try await accounts.account(named: name)
        let place = account.map { PasswordGate.Place.account($0.name) } ?? .nobodys
        guard await failures.allowsCheck(at: place, atSecond: now) else { throw TooManyFailures() }
        // The slow part comes first and for everyone, so that neither name nor code can be tried quickly.
        let key = try await gate.open(account?.password, with: password, at: place)
        guard let account, let key, !account.isDisabled,
            let factor = try? SecondFactor(opening: account.secondFactor, for: account.name, key: accountKey),
            let step = factor.step(of: code, atSecond: now),
            try await accounts.use(step: step, of: account.name)
        else {
            await failures.note(at: place, atSecond: now)
            // What was typed for a name may be a password, so an unknown name is not written down.
            try await log.appendOnce(
                LogLine(
                    day: day, who: Self.nobodyKnown, did: "failed to sign in",
                    about: account?.name ?? Self.unknownName))
            return nil
        }
        return Session(
            name: account.name, role: account.role, teamKey: teamKey(of: account, key), formToken: formToken,
            password: account.password)
    }

    private func teamKey(of account: Account, _ key: WrappingKey) -> TeamPrivateKey? {
        guard account.role.opensOriginals, let wrapped = account.teamKey else { return nil }
        return try? key.unwrap(wrapped)
    }
}

/// So many sign-ins failed under one name that it is checked only now and then.
struct TooManyFailures: Error, Equatable, CustomStringConvertible {
    var description: String { "Too many sign-ins failed under this name. Wait ten seconds and try again." }
}
