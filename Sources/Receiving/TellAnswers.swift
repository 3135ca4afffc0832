package import Concerns

/// What someone told us and answered, checked so that it can be kept.
package struct TellAnswers: Sendable {
    package let told: Told
    package let authority: GSSCode?
    package let teller: Teller?
    package let sharing: Sharing

    package init(told: Told, authority: GSSCode?, teller: Teller?, sharing: Sharing) {
        self.told = told
        self.authority = authority
        self.teller = teller
        self.sharing = sharing
    }
}
