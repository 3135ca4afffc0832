import Concerns
import Foundation
import HTTPTypes
import Hummingbird
import Pages
import Sealing
import Store
import Unsealing

/// Keeps what a moderator began to fill in about a concern, closed for the moderators; one a concern and author.
struct Drafts: Sendable {
    /// What belongs to the session or the sending, and not to what was filled in.
    private static let ofTheSending: Set<String> = ["token", "ticket", "author", "action", "by", "confirm_identifiers"]

    let desk: Desk
    let sealer: Sealer
    let tickets: DraftTickets
    let accounts: Accounts
    let log: Log
    let today: @Sendable () -> Day
    let secondsNow: @Sendable () -> Int

    func ticket(about concern: ConcernID, for session: Session) -> String {
        tickets.ticket(about: concern, for: session.name, atSecond: secondsNow())
    }

    /// - Returns: whether it was kept; not where the concern is decided or erased.
    /// - Throws: `HTTPError` 413 when it is too long, ``StoreProblem``.
    func keep(_ fields: FormFields, about concern: ConcernID, by author: String) async throws -> Bool {
        let sealed: Data
        do {
            sealed = try sealer.seal(
                draft: Data(fields.without(Self.ofTheSending).encoded), of: concern, by: author)
        } catch is TooLongToSeal {
            throw HTTPError(.contentTooLarge)
        }
        let isKept = try await desk.keep(SealedDraft(concern: concern, author: author, sealed: sealed))
        if isKept {
            try await log.appendOnce(
                LogLine(day: today(), who: author, did: "kept a draft", about: concern.description))
        }
        return isKept
    }

    /// The author of a form that was made here for a signed-in moderator about this concern, whose session may be over.
    ///
    /// - Returns: nil without a ticket that says so, and for an account that may not moderate any more.
    func author(of fields: FormFields, about concern: ConcernID) async throws -> String? {
        guard let author = fields["author"],
            tickets.admits(fields["ticket"] ?? "", about: concern, for: author, atSecond: secondsNow()),
            let account = try await accounts.account(named: author), !account.isDisabled,
            StaffRoom.desk.roles.contains(account.role)
        else { return nil }
        return author
    }

    /// The drafts about a concern, opened; one that does not open is passed over.
    func kept(about concern: ConcernID, teamKey: TeamPrivateKey) async throws -> [KeptDraft] {
        let opener = DraftOpener(teamKey: teamKey)
        return try await desk.drafts(about: concern).compactMap { draft in
            guard let fields = try? opener.open(draft.sealed, of: concern, by: draft.author) else { return nil }
            return KeptDraft(author: draft.author, form: ReviewForm(FormFields(bytes: fields)))
        }
    }

    /// The page of a concern with a draft filled in.
    static func address(of concern: ConcernID, by author: String) -> String {
        let name = author.utf8.map { byte in
            let isPlain = UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
            let digits = String(byte, radix: 16, uppercase: true)
            return isPlain ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + digits
        }
        return "/desk/\(concern)?draft=" + name.joined()
    }
}

/// What one moderator began to fill in, opened.
struct KeptDraft: Sendable {
    let author: String
    let form: ReviewForm
}
