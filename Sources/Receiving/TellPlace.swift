package import Concerns

/// Which council a form is about: an authority of today, or what was typed for the moderator to settle.
package struct TellPlace: Hashable, Sendable {
    package let authority: GSSCode?
    /// Whatever was typed, for the moderator; sealed with the words.
    package let typed: String?

    /// - Parameters:
    ///   - code: what was chosen from the list; empty when nothing was.
    ///   - council: what was typed; it decides only when nothing was chosen, and is never thrown away.
    /// - Returns: nil only for a code that no authority ever had; a former or unclear council is kept as words.
    package init?(authority code: String, council: String, in authorities: Authorities) {
        if code.isEmpty {
            switch authorities.named(council) {
            case .one(let authority): self.init(authority: authority.code, typed: council)
            case .ask, .unknown: self.init(authority: nil, typed: council.isEmpty ? nil : council)
            }
            return
        }
        guard let code = try? GSSCode(code), let named = authorities[code] else { return nil }
        let today = authorities.today(of: code)
        if today.count == 1 {
            self.init(authority: today[0].code, typed: council.isEmpty ? nil : council)
        } else {
            self.init(authority: nil, typed: council.isEmpty ? named.name : "\(named.name); \(council)")
        }
    }

    private init(authority: GSSCode?, typed: String?) {
        self.authority = authority
        self.typed = typed
    }
}
