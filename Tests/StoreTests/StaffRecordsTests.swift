import Concerns
import Foundation
import GRDB
import Testing

@testable import Store

struct AccountsTests {
    @Test func `a step of the second factor is used once, and never an earlier one after it`() async throws {
        let accounts = try TestStore().records.accounts
        try await accounts.add(
            Account(name: "mo", role: .moderator, password: "p", secondFactor: Data([1]), teamKey: Data([2])))
        #expect(try await accounts.use(step: 10, of: "mo"))
        #expect(try await !accounts.use(step: 10, of: "mo"))
        #expect(try await !accounts.use(step: 9, of: "mo"))
        #expect(try await accounts.use(step: 11, of: "mo"))
        #expect(try await !accounts.use(step: 12, of: "nobody"))
    }

    @Test func `a disabled account keeps its name and loses the team's key`() async throws {
        let store = try TestStore()
        let accounts = store.records.accounts
        let account = Account(name: "mo", role: .moderator, password: "p", secondFactor: Data([1]), teamKey: Data([2]))
        try await accounts.add(account)
        #expect(try await accounts.disable("mo", by: "command line", on: store.today, log: store.log))
        #expect(try await !accounts.disable("nobody", by: "command line", on: store.today, log: store.log))
        #expect(try await store.log.lines(about: "mo").map(\.did) == ["disabled account"])
        let found = try #require(try await accounts.account(named: "mo"))
        #expect(found.isDisabled && found.teamKey == nil)
        #expect(try await !accounts.use(step: 12, of: "mo"))
        await #expect(throws: StoreProblem.refused) { try await accounts.add(account) }
    }
}

struct PlanningTests {
    @Test func `the newest entry of a statement's date counts, and the earlier stays on record`() async throws {
        let store = try TestStore()
        let planning = store.records.planning(log: store.log)
        for day in ["2026-01-10", "2026-01-12"] {
            try await planning.enterStatement(of: "case", submittedOn: Day(day), by: "pat", on: store.today)
        }
        #expect(try await store.records.statementDates.all() == ["case": Day("2026-01-12")])
        #expect(try await store.log.lines(about: "case").count == 2)
        #expect(throws: (any Error).self) { try store.force("DELETE FROM statement") }
    }
}
