import Triage

/// One receipt to print and hand to a child.
struct RelaySlip: Sendable {
    /// From 1, so that a slip finds its message; nil for one that is alone.
    let number: String?
    /// The id of the seven words on the page.
    let receiptID: String
    /// Seven words with a space between them.
    let receipt: String
    /// Where the seven words are typed in, without the scheme, which nobody needs to type.
    let address: String

    /// - Parameter site: the young people's site, such as `https://earshot.example`.
    init(_ receipt: String, number: Int? = nil, at site: String) {
        self.number = number.map { "\($0)" }
        receiptID = number.map { "receipt-\($0)" } ?? "receipt"
        self.receipt = receipt
        address = SlipView.receiptAddress(at: site)
    }
}

/// The view of `relay/slip`: the receipt of one message, shown once.
struct RelaySlipView: Sendable {
    let token: String
    let isDanger: Bool
    let guidance: [GuidanceStep]
    /// What was made of the council; nil where none was named.
    let councilSays: String?
    let slip: RelaySlip

    init(slip: RelaySlip, councilSays: String?, isDanger: Bool, guidance: [GuidanceStep], token: String) {
        self.token = token
        self.isDanger = isDanger
        self.guidance = guidance
        self.councilSays = councilSays
        self.slip = slip
    }
}
