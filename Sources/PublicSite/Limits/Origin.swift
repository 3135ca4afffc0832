import HTTPTypes
import Hummingbird

/// Where requests come from, as far as budgets need to know.
struct Origin: Sendable {
    private static let proxy = HTTPField.Name("X-Earshot-Proxy")
    private static let forwarded = HTTPField.Name("X-Forwarded-For")

    /// What a proxy on this machine shows with what it writes into `X-Forwarded-For`; nobody else's word is taken for it.
    let proxySecret: ProxySecret?

    func network(of request: Request, _ context: PublicContext) -> Network? {
        network(ofPeer: context.network, headers: request.headers)
    }

    /// - Parameter peer: who holds the connection; nil for this machine, from where an onion service comes as well.
    func network(ofPeer peer: Network?, headers: HTTPFields) -> Network? {
        guard peer == nil, let proxySecret, let proxy = Self.proxy, let forwarded = Self.forwarded,
            proxySecret.isAmong(headers[values: proxy])
        else { return peer }
        // The last one is what the proxy saw itself; those before it are the sender's own claims.
        let last = headers[values: forwarded].last?.split(separator: ",").last
        return last.flatMap { Network(text: String($0.filter { !$0.isWhitespace })) }
    }
}
