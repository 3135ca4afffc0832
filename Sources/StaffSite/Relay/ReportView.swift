import Concerns
import Inbox
import Pages
import Receiving
import Triage

/// The view of `relay/report`: what became of each message, and the receipts to hand to the children.
struct ReportView: Sendable {
    let token: String
    let address: String
    let isDanger: Bool
    let guidance: [GuidanceStep]
    let tallies: [Tally]
    let rows: [Row]
    let hasSlips: Bool
    let slips: [RelaySlip]

    struct Row: Sendable {
        let number: String
        let title: String
        let isDanger: Bool
        let outcome: String
        let reason: String
        let council: String
        /// The id of its receipt on this page; nil where it got none.
        let receiptID: String?
        /// What was handed in, so that the advocate finds the child; nil where nothing could be read.
        let said: String?
    }

    /// - Parameter site: the young people's site, such as `https://earshot.example`.
    init(_ report: UploadReport, at site: String, guidance: [GuidanceStep], token: String, in pages: StaffPages) {
        self.token = token
        address = report.upload.address
        isDanger = report.entries.contains { $0.imported?.isDanger == true }
        self.guidance = guidance
        let slips = report.entries.compactMap { entry in
            entry.receipt.map { RelaySlip($0, number: entry.number, at: site) }
        }
        self.slips = slips
        hasSlips = !slips.isEmpty
        let outcomes = report.entries.map { $0.imported?.outcome.rawValue ?? "left-out" }
        tallies = Tally.all(of: outcomes, "staffTaken", in: pages)
        rows = zip(report.entries, outcomes).map { entry, outcome in
            Row(
                number: "\(entry.number)", title: pages.place(of: entry.message),
                isDanger: entry.imported?.isDanger == true, outcome: pages.said("staffTaken", outcome),
                reason: entry.imported?.reason ?? "", council: pages.name(of: entry.imported?.authority),
                receiptID: entry.receipt == nil ? nil : "receipt-\(entry.number)",
                said: entry.message.reading.message?.shownWords)
        }
    }
}

/// How many messages came, or will come, to one thing.
struct Tally: Sendable {
    let count: String
    let says: String

    /// - Parameters:
    ///   - codes: one for each message.
    ///   - kind: what the keys of the words begin with.
    static func all(of codes: [String], _ kind: String, in pages: StaffPages) -> [Tally] {
        let order = InboxOutcome.allCases.map(\.rawValue) + ["left-out"]
        return order.compactMap { code in
            let count = codes.count { $0 == code }
            return count == 0 ? nil : Tally(count: "\(count)", says: pages.said(kind, code))
        }
    }
}

extension StaffPages {
    /// Where a message stands in an upload.
    func place(of message: HandedIn) -> String {
        let number = ["message": "\(message.number)", "file": "\(message.source.number)"]
        return words(message.source.number == 0 ? "uploadOfPasted" : "uploadOfFile", number)
    }
}
