package import Concerns
package import Foundation
internal import GRDB

/// Who may sign in, and as what.
package struct Accounts: Sendable {
    private let database: any DatabaseWriter

    init(_ records: Records) { database = records.database }

    /// - Throws: ``StoreProblem``, `refused` when the name is taken.
    package func add(_ account: Account) async throws(StoreProblem) {
        do {
            try await database.write { db in try AccountRecord(account).insert(db) }
        } catch {
            throw StoreProblem(error)
        }
    }

    /// - Throws: ``StoreProblem``.
    package func account(named name: String) async throws(StoreProblem) -> Account? {
        do {
            return try await database.read { db in try AccountRecord.fetchOne(db, key: name)?.account }
        } catch {
            throw StoreProblem(error)
        }
    }

    /// All accounts, by name.
    ///
    /// - Throws: ``StoreProblem``.
    package func all() async throws(StoreProblem) -> [Account] {
        do {
            return try await database.read { db in
                try AccountRecord.order(Column("name")).fetchAll(db).map { record in try record.account }
            }
        } catch {
            throw StoreProblem(error)
        }
    }

    /// Marks a step of the second factor as used.
    ///
    /// - Returns: false when this step or a later one was used before: a code works once (RFC 6238, 5.2).
    /// - Throws: ``StoreProblem``.
    package func use(step: Int, of name: String) async throws(StoreProblem) -> Bool {
        do {
            return try await database.write { db in
                try db.execute(
                    sql: "UPDATE account SET lastStep = ? WHERE name = ? AND lastStep < ? AND NOT isDisabled",
                    arguments: [step, name, step])
                return db.changesCount == 1
            }
        } catch {
            throw StoreProblem(error)
        }
    }

    /// Keeps an account from signing in and from opening originals, also when a backup is restored that knows it as it was.
    ///
    /// - Returns: whether there was such an account that could.
    /// - Throws: ``StoreProblem``; then nothing was changed.
    package func disable(_ name: String, by who: String, on day: Day, log: Log) async throws(StoreProblem) -> Bool {
        do {
            return try await database.write { db in
                guard try Self.disable(name, in: db) else { return false }
                try log.erasures.note([NotedErasure(.account, of: name, on: day)], in: db)
                try log.append(LogLine(day: day, who: who, did: "disabled account", about: name), in: db)
                return true
            }
        } catch {
            throw StoreProblem(error)
        }
    }

    /// - Returns: whether it was not disabled before.
    static func disable(_ name: String, in db: Database) throws -> Bool {
        try db.execute(
            sql: "UPDATE account SET isDisabled = TRUE, teamKey = NULL WHERE name = ? AND NOT isDisabled",
            arguments: [name])
        return db.changesCount == 1
    }
}

extension Records {
    package var accounts: Accounts { Accounts(self) }
}

/// A member of staff as kept: nothing in it signs anybody in by itself.
package struct Account: Sendable {
    package let name: String
    package let role: Role
    /// A slow derivation with its parameters.
    package let password: String
    /// The second factor's secret, sealed under a key outside the database.
    package let secondFactor: Data
    /// The team's private key closed with this person's password; only moderators have one.
    package let teamKey: Data?
    package let isDisabled: Bool

    package init(
        name: String, role: Role, password: String, secondFactor: Data, teamKey: Data?, isDisabled: Bool = false
    ) {
        self.name = name
        self.role = role
        self.password = password
        self.secondFactor = secondFactor
        self.teamKey = teamKey
        self.isDisabled = isDisabled
    }
}

/// A row of `account`.
private struct AccountRecord: Codable, FetchableRecord, PersistableRecord {
    static let databaseTableName = "account"

    var name: String
    var role: String
    var password: String
    var secondFactor: Data
    var lastStep: Int
    var teamKey: Data?
    var isDisabled: Bool

    init(_ account: Account) {
        name = account.name
        role = account.role.rawValue
        password = account.password
        secondFactor = account.secondFactor
        lastStep = 0
        teamKey = account.teamKey
        isDisabled = account.isDisabled
    }

    var account: Account {
        get throws {
            guard let role = Role(rawValue: role) else { throw StoreProblem.damaged }
            return Account(
                name: name, role: role, password: password, secondFactor: secondFactor, teamKey: teamKey,
                isDisabled: isDisabled)
        }
    }
}
