import Concerns
import Foundation
import Sealing
import Store
import Unsealing

/// Makes accounts, and shows once what nobody can read again.
struct AccountMaker {
    let accounts: Accounts
    let accountKey: Data
    let words: ReceiptWords
    let log: Log
    /// Smaller only in tests.
    var rounds = StaffPassword.roundsToday

    /// What the new member of staff is given.
    struct Credentials {
        let name: String
        let role: Role
        let password: String
        let secondFactor: SecondFactor

        /// Lines for the terminal.
        var text: String {
            """
            \(name) (\(role.rawValue))
                password        \(password)
                second factor   \(secondFactor.base32)
            """
        }
    }

    /// - Parameter teamKey: needed for a role that opens originals.
    /// - Throws: ``CommandFailure`` when the name is taken or cannot be one.
    func make(name: String, role: Role, teamKey: TeamPrivateKey?, on day: Day) async throws -> Credentials {
        guard (2...40).contains(name.count), name.allSatisfy({ $0.isLetter || $0.isNumber || "-._".contains($0) })
        else {
            throw CommandFailure.usage(
                "“\(name)” cannot be an account’s name. Use 2 to 40 letters, digits, hyphens or full stops.")
        }
        if try await accounts.account(named: name) != nil {
            throw CommandFailure.unusable("There is an account “\(name)” already. Choose another name.")
        }
        let password = newPassword()
        let (kept, wrappingKey) = try StaffPassword.make(
            from: password, salt: Self.random(16), rounds: rounds)
        let secondFactor = SecondFactor(secret: Self.random(SecondFactor.secretByteCount))
        let wrapped = role.opensOriginals ? try teamKey.map(wrappingKey.wrap) : nil
        try await accounts.add(
            Account(
                name: name, role: role, password: kept.description,
                secondFactor: secondFactor.sealed(for: name, key: accountKey), teamKey: wrapped))
        try await log.append(LogLine(day: day, who: "command line", did: "added account", about: name))
        return Credentials(name: name, role: role, password: password, secondFactor: secondFactor)
    }

    /// Five words of the receipts’ list: 55 bits, behind a derivation of a second.
    private func newPassword() -> String {
        let receipt = Receipt(random: Self.random(9))
        return words.text(of: receipt).split(separator: " ").prefix(5).joined(separator: "-")
    }

    private static func random(_ count: Int) -> Data {
        Data((0..<count).map { _ in UInt8.random(in: .min ... .max) })
    }
}
