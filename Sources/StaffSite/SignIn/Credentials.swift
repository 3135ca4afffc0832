import Concerns
import Foundation
import Store
import Unsealing

/// Turns a name, a password and a code into a session, or into nothing.
struct Credentials: Sendable {
    let accounts: Accounts
    /// Opens the second factors' secrets.
    let accountKey: Data
    let gate: PasswordGate

    /// Nil for every kind of failure alike: an unknown or disabled name, a wrong password, a wrong or used code.
    ///
    /// - Throws: ``GateIsFull``, ``StoreProblem``.
    func session(
        name: String, password: String, code: String, atSecond now: Int, formToken: SecretText
    ) async throws -> Session? {
        let account = try await accounts.account(named: name)
        // The slow part comes first and for everyone, so that neither name nor code can be tried quickly.
        let key = try await gate.open(account?.password, with: password)
        guard let account, let key, !account.isDisabled,
            let factor = try? SecondFactor(opening: account.secondFactor, for: account.name, key: accountKey),
            let step = factor.step(of: code, atSecond: now),
            try await accounts.use(step: step, of: account.name)
        else { return nil }
        return Session(
            name: account.name, role: account.role, teamKey: teamKey(of: account, key), formToken: formToken,
            password: account.password)
    }

    private func teamKey(of account: Account, _ key: WrappingKey) -> TeamPrivateKey? {
        guard account.role.opensOriginals, let wrapped = account.teamKey else { return nil }
        return try? key.unwrap(wrapped)
    }
}
