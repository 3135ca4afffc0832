import HTTPTypes
import Hummingbird

/// Where requests come from, as far as budgets need to know.
struct Origin: Sendable {
    /// Whether a proxy on this machine writes who asks into `X-Forwarded-For`; nobody else's word is taken for it.
    let isBehindProxy: Bool

    func network(of request: Request, _ context: PublicContext) -> Network? {
        guard let name = HTTPField.Name("X-Forwarded-For") else { return context.network }
        return network(ofPeer: context.network, forwarded: request.headers[values: name])
    }

    /// - Parameters:
    ///   - peer: who holds the connection; nil for this machine.
    ///   - forwarded: the values of `X-Forwarded-For`, each with commas in it where several proxies wrote.
    func network(ofPeer peer: Network?, forwarded: [String]) -> Network? {
        guard isBehindProxy, peer == nil else { return peer }
        // The last one is what the proxy saw itself; those before it are the sender's own claims.
        let last = forwarded.last?.split(separator: ",").last
        return last.flatMap { Network(text: String($0.filter { !$0.isWhitespace })) }
    }
}
