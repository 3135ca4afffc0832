import ArgumentParser
import Concerns
import Receiving

/// What whoever hands mail in knows about all of it.
struct InboxAboutOptions: ParsableArguments {
    @Option(
        help: "The council they are about, as a GSS code, where a message names none itself.",
        transform: GSSCode.init(_:))
    var authority: GSSCode?
    @Option(
        help:
            "Whether inspectors may read the moderated words or only count them: \(Sharing.names) (default: counted).",
        transform: Sharing.init(named:))
    var share: Sharing?

    /// - Throws: ``CommandFailure`` when no council has this code.
    func checked(in authorities: Authorities) throws(CommandFailure) -> ImportAbout {
        if let authority, authorities[authority] == nil {
            throw .unusable("\(authority) is no authority with children’s services. See Facts/authorities.csv.")
        }
        var about = ImportAbout()
        about.authority = authority
        about.sharing = share
        return about
    }
}
