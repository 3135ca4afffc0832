import Concerns
import Foundation
import HTTPTypes
import Inbox
import Pages
import Store
import Testing

@testable import StaffSite

/// Who may hand in what, and how much: bounds hold before anything is used.
struct RelayGuardsTests {
    @Test func `no other role hands anything in or looks at an upload`() async throws {
        let site = try await TestStaffSite()
        let upload = try await site.browser(of: .advocate).upload(pasted: "The hostel is damp.").location
        for role in Role.allCases where role != .advocate {
            let browser = try await site.browser(of: role)
            for path in ["", "/report", "/report.jsonl", "/receipts.csv"] {
                #expect(try await browser.get(upload + path).status == .forbidden)
            }
            #expect(try await browser.send(RelayUpload(token: "", pasted: "Damp.").body).status == .forbidden)
            #expect(try await site.post(upload, [("action", "import")], cookie: browser.cookie).status == .forbidden)
            #expect(try await site.post("/relay", [("message", "Damp.")], cookie: browser.cookie).status == .forbidden)
        }
        #expect(try await site.desk.awaitingDecision().isEmpty)
    }

    @Test func `another session of the same advocate finds no upload, and says why`() async throws {
        let site = try await TestStaffSite()
        let (one, other) = (try await site.browser(of: .advocate), try await site.browser(of: .advocate))
        let upload = try await one.upload(pasted: "The hostel is damp.").location
        let fields = try await one.get(upload).fields
        _ = try await site.post(upload, fields.with("action", "import"), cookie: one.cookie)
        for path in ["", "/report", "/report.jsonl", "/receipts.csv"] {
            let answer = try await other.get(upload + path)
            #expect(answer.status == .notFound && answer.html.contains("This upload is not here any more"))
            #expect(answer.receipts.isEmpty && !answer.html.contains("damp"))
        }
        let token = try await other.token
        for action in ["check", "import", "forget"] {
            let answer = try await site.post(upload, [("token", token), ("action", action)], cookie: other.cookie)
            #expect(answer.status == .notFound)
        }
        #expect(try await one.get(upload + "/report").receipts.count == 1)
    }

    @Test func `an upload is gone after half an hour and at once after signing out`() async throws {
        let site = try await TestStaffSite()
        let browser = try await site.browser(of: .advocate)
        let upload = try await browser.upload(pasted: "The hostel is damp.").location
        for _ in 0..<2 {
            site.clock.advance(by: Uploads.keptSeconds - 60)
            #expect(try await browser.get("/relay").status == .ok)
        }
        #expect(try await browser.get(upload).status == .notFound)

        let sessions = Sessions()
        var random = SystemRandomNumberGenerator()
        let (key, token) = (SecretText(using: &random), SecretText(using: &random))
        let session = Session(name: "av", role: .advocate, teamKey: nil, formToken: token, password: "")
        for ending in [0, Sessions.idleSeconds] {
            await sessions.open(session, under: key, atSecond: 0)
            try await sessions.uploads.takePlace(for: token, atSecond: 0)
            await sessions.uploads.fill(Upload(id: "u", messages: []), of: token, atSecond: 0)
            #expect(await sessions.uploads.count == 1)
            if ending == 0 { await sessions.close(key) } else { await sessions.sweep(atSecond: ending) }
            #expect(await sessions.uploads.count == 0)
        }
        try await sessions.uploads.takePlace(for: token, atSecond: 0)
        await sessions.uploads.forget(allOf: [token])
        await sessions.uploads.fill(Upload(id: "late", messages: []), of: token, atSecond: 0)
        #expect(await sessions.uploads.count == 0)
    }

    @Test func `a session has three uploads at most, and room again once it forgets one`() async throws {
        let site = try await TestStaffSite()
        let browser = try await site.browser(of: .advocate)
        var uploads: [String] = []
        for number in 1...3 { uploads.append(try await browser.upload(pasted: "Message \(number).").location) }
        let token = try await browser.token
        let refused = try await browser.send(RelayUpload(token: token, pasted: "Message 4.").body)
        #expect(refused.status == .conflict && refused.html.contains("three uploads open"))
        for upload in uploads { #expect(refused.html.contains("href=\"\(upload)\"")) }
        let forgotten = try await site.post(
            uploads[0], [("token", token), ("action", "forget")], cookie: browser.cookie)
        #expect(forgotten.location == "/relay")
        #expect(try await browser.get(uploads[0]).status == .notFound)
        #expect(try await browser.upload(pasted: "Message 4.").status == .seeOther)
    }

    @Test func `all uploads together have a bound, counted before one is read`() async throws {
        let uploads = Uploads()
        var random = SystemRandomNumberGenerator()
        let sessions = (0..<10).map { _ in SecretText(using: &random) }
        var taken = 0
        for session in sessions {
            do {
                try await uploads.takePlace(for: session, atSecond: 0)
                taken += 1
            } catch { #expect(error == .isFull) }
        }
        #expect(taken == 4)
        await uploads.fill(nil, of: sessions[0], atSecond: 0)
        try await uploads.takePlace(for: sessions[9], atSecond: 0)
    }

    @Test func `more than eight megabytes or 500 messages are refused in words`() async throws {
        let site = try await TestStaffSite()
        let browser = try await site.browser(of: .advocate)
        let large = try await browser.upload([("a.txt", String(repeating: "a", count: Upload.mostBytes))])
        #expect(large.status == .contentTooLarge && large.html.contains("larger than 8 MB together"))
        func letters(_ count: Int) -> String {
            (1...count).map { "Message \($0)." }.joined(separator: "\n--- message ---\n")
        }
        let many = try await browser.upload([("a.txt", letters(300)), ("b.txt", letters(201))])
        #expect(many.status == .contentTooLarge && many.html.contains("more than 500 messages"))
        #expect(try await browser.get("/relay").html.contains("Your uploads") == false)
        #expect(try await browser.upload([("a.txt", letters(300)), ("b.txt", letters(200))]).status == .seeOther)
    }

    @Test func `an upload without the session's token is refused before it is read`() async throws {
        let site = try await TestStaffSite()
        let browser = try await site.browser(of: .advocate)
        for token in ["", "0", String(repeating: "0", count: 64)] {
            let answer = try await browser.send(RelayUpload(token: token, pasted: "The hostel is damp.").body)
            #expect(answer.status == .forbidden)
        }
        #expect(try await browser.get("/relay").html.contains("Your uploads") == false)
        let upload = try await browser.upload(pasted: "The hostel is damp.").location
        #expect(try await site.post(upload, [("action", "import")], cookie: browser.cookie).status == .forbidden)
    }

    @Test func `what breaks off or is no form is refused in words, and other content types as anywhere`() async throws {
        let site = try await TestStaffSite()
        let browser = try await site.browser(of: .advocate)
        let whole = RelayUpload(token: try await browser.token, pasted: "The hostel is damp.").body
        for body in ["", "--", String(whole.dropLast(20)), whole.replacing("form-data; ", with: "")] {
            let answer = try await browser.send(body)
            #expect(answer.status == .badRequest && answer.html.contains("did not arrive whole"))
        }
        for type in ["application/x-www-form-urlencoded", "text/plain", "application/json"] {
            #expect(try await browser.send(whole, as: type).status == .unsupportedMediaType)
        }
        #expect(try await browser.send(whole, as: "multipart/form-data").status == .badRequest)
        let nothing = try await browser.upload(pasted: " \r\n")
        #expect(nothing.status == .unprocessableContent && nothing.html.contains("Choose at least one file"))
        // The other forms take none of it.
        let address = try await browser.upload(pasted: "Damp.").location
        #expect(address.hasPrefix("/relay/uploads/"))
    }

    @Test func `every key that the room can name has words`() throws {
        let words = try StaffFiles.words()
        let fields = [
            "messageIsEmpty", "messageIsTooLong", "areaIsUnknown", "authorityIsUnknown", "whoIsUnknown",
            "ageIsUnknown", "shareIsUnknown", "formIsOld",
        ]
        let keys =
            fields.map { "relay" + $0.prefix(1).uppercased() + $0.dropFirst() } + [
                "relayFormHasOtherWords", "relayLanguageIsUnknown", "relayChildrenAreUnclear", "uploadCouncilIsUnclear",
                "uploadNoChannel", "uploadIsEmpty", "uploadHasTooMany", "uploadIsTooLarge", "uploadIsBroken",
                "uploadsAreThree", "uploadsAreFull", "uploadOfFile", "uploadOfPasted", "uploadIsOpen",
                "uploadIsImported", "uploadKeptSoFar", "uploadTakenBefore", "uploadQuoted", "uploadSignature",
                "uploadAttachments", "uploadAttachment", "uploadSent", "uploadCouncilIs", "uploadCouncilIsSeveral",
                "uploadCouncilIsOpen",
            ]
        let outcomes = (InboxOutcome.allCases.map(\.rawValue) + ["left-out"]).flatMap { code in
            let name = code.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
            return ["staffWillBe\(name)", "staffTaken\(name)"]
        }
        for key in keys + outcomes { #expect(words.entries[key] != nil, "\(key)") }
    }
}
