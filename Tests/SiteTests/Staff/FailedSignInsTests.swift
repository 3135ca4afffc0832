import Concerns
import HTTPTypes
import Store
import Testing

@testable import StaffSite

struct FailedSignInsTests {
    @Test func `after ten failures a name is checked once in ten seconds, and others as ever`() async {
        let failures = FailedSignIns()
        for second in 0..<FailedSignIns.allowed {
            #expect(await failures.allowsCheck(at: .account("mo"), atSecond: second))
            await failures.note(at: .account("mo"), atSecond: second)
        }
        #expect(await !failures.allowsCheck(at: .account("mo"), atSecond: 15))
        #expect(await failures.allowsCheck(at: .account("lee"), atSecond: 15))
        #expect(await failures.allowsCheck(at: .account("mo"), atSecond: 19))
        #expect(await !failures.allowsCheck(at: .account("mo"), atSecond: 20))
        let forgotten = FailedSignIns.rememberedSeconds + FailedSignIns.allowed
        #expect(await failures.allowsCheck(at: .account("mo"), atSecond: forgotten))
        #expect(await failures.allowsCheck(at: .account("mo"), atSecond: forgotten))
    }

    @Test func `whoever guesses is told to wait, and the right password signs in after that`() async throws {
        let site = try await TestStaffSite()
        for _ in 0..<FailedSignIns.allowed { _ = try await site.signIn("moderator", password: "wrong") }
        let answer = try await site.signIn("moderator")
        #expect(answer.status == .tooManyRequests)
        #expect(answer.html.contains("once in ten seconds"))
        #expect(try await site.signIn("planner").status == .seeOther)
        site.clock.advance(by: FailedSignIns.pauseSeconds)
        #expect(try await site.signIn("moderator").status == .seeOther)
    }

    @Test func `failures are one line of the log a day, and an unknown name is not in it`() async throws {
        let site = try await TestStaffSite()
        for _ in 0..<3 { _ = try await site.signIn("moderator", password: "wrong") }
        #expect(try await site.log.lines(about: "moderator").map(\.did) == ["failed to sign in"])
        _ = try await site.signIn("a password typed too early")
        #expect(try await site.log.lines(about: "a password typed too early").isEmpty)
        #expect(try await site.log.lines(about: "unknown name").map(\.did) == ["failed to sign in"])
    }
}
