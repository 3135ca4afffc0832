import Triage

/// The view of `desk/slip`: the receipt of a paper form, shown once, to print and hand over.
struct SlipView: Sendable {
    let token: String
    let isDanger: Bool
    let guidance: [GuidanceStep]
    /// What was made of the council; nil where none was named.
    let councilSays: String?
    /// Seven words with a space between them.
    let receipt: String
    /// Where the seven words are typed in, without the scheme, which nobody needs to type.
    let address: String

    /// - Parameter site: the young people's site, such as `https://earshot.example`.
    init(
        receipt: String, at site: String, councilSays: String?, isDanger: Bool, guidance: [GuidanceStep], token: String
    ) {
        self.token = token
        self.isDanger = isDanger
        self.guidance = guidance
        self.councilSays = councilSays
        self.receipt = receipt
        address = Self.receiptAddress(at: site)
    }

    /// The page of a site that asks for the seven words, as it stands on paper.
    static func receiptAddress(at site: String) -> String {
        let short = site.split(separator: "://", maxSplits: 1).last.map(String.init) ?? site
        return (short.hasSuffix("/") ? String(short.dropLast()) : short) + "/receipt"
    }
}
