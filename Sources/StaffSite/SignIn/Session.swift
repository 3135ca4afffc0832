import Concerns
import Sealing
import Store
import Unsealing

/// One member of staff, signed in on one browser; it lives in memory only.
struct Session: Sendable {
    let name: String
    let role: Role
    /// Opens originals; only moderators have it, and it ends with the session.
    let teamKey: TeamPrivateKey?
    /// What each form of this session must carry (`token`), so that another site cannot send one in its name.
    let formToken: SecretText
    /// The kept form of the password at sign-in: once it is another, the account was reset and the session is over.
    let password: String
    /// Whether single letters act on the pages that have keys; some people's speech software types them by accident.
    var hasLetterKeys = true
    /// That it is time for a break; found anew for each request at the desk.
    var pause: PauseReminder?

    /// Whether the account still is what it was at sign-in.
    func isStill(_ account: Account?) -> Bool {
        guard let account else { return false }
        return !account.isDisabled && account.role == role && account.password == password
    }
}
