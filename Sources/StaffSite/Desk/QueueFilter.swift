import Concerns
import Pages
import Store

/// Which part of the queue a moderator wants to see; it lives in the page's address.
struct QueueFilter: Hashable, Sendable {
    enum Council: Hashable, Sendable {
        case notSaid
        case of(GSSCode)
    }

    /// What stands in the address for a council that nobody said.
    static let notSaid = "not-said"

    let urgency: Urgency?
    let council: Council?
    let channel: Channel?
    let state: ConcernState?
    let isMine: Bool
    let isLate: Bool

    /// What is no choice of the form is passed over, as if nothing had been chosen.
    init(_ fields: FormFields) {
        urgency = fields["urgency"].flatMap(Urgency.init)
        council = fields["council"].flatMap { text in
            text == Self.notSaid ? .notSaid : (try? GSSCode(text)).map(Council.of)
        }
        channel = fields["channel"].flatMap(Channel.init)
        state = fields["state"].flatMap(ConcernState.init).flatMap { $0.isOpen ? $0 : nil }
        isMine = fields["mine"] != nil
        isLate = fields["late"] != nil
    }

    /// The council as it stands in the address; empty where none was chosen.
    var councilText: String {
        switch council {
        case .notSaid: Self.notSaid
        case .of(let code): code.description
        case nil: ""
        }
    }

    /// As it stands in an address, such as `urgency=danger_now&late=yes`; empty where nothing was chosen.
    var query: String {
        [
            urgency.map { "urgency=\($0.rawValue)" }, council.map { _ in "council=\(councilText)" },
            channel.map { "channel=\($0.rawValue)" }, state.map { "state=\($0.rawValue)" }, isMine ? "mine=yes" : nil,
            isLate ? "late=yes" : nil,
        ].compactMap { $0 }.joined(separator: "&")
    }

    var isEmpty: Bool { query.isEmpty }

    /// The address of a page of what it lets through.
    func address(ofPage page: Int) -> String { "/desk?" + (isEmpty ? "" : query + "&") + "page=\(page)" }

    /// Those that it lets through, in their order.
    ///
    /// - Parameter own: the concerns that the moderator has claimed.
    func admitted(from entries: [QueueEntry], own: Set<ConcernID>, at now: DueMinute) -> [QueueEntry] {
        isEmpty ? entries : entries.filter { admits($0, own: own, at: now) }
    }

    private func admits(_ entry: QueueEntry, own: Set<ConcernID>, at now: DueMinute) -> Bool {
        let concern = entry.concern
        if let urgency, concern.urgency != urgency { return false }
        if let channel, concern.channel != channel { return false }
        if let state, concern.state != state { return false }
        switch council {
        case .notSaid: if concern.authority != nil { return false }
        case .of(let code): if concern.authority != code { return false }
        case nil: break
        }
        if isLate, entry.due >= now { return false }
        return !isMine || own.contains(concern.id)
    }
}
