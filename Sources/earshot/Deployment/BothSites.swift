import HTTPTypes
import Hummingbird
import NIOCore
import PublicSite
import StaffSite
import Store

/// One server, two sites: each request goes to the site whose address it names, and to that site's own context.
struct BothSites<Public: HTTPResponder, Staff: HTTPResponder>: HTTPResponder
where Public.Context == PublicContext, Staff.Context == StaffContext {
    typealias Context = ArrivingContext

    let publicSite: Public
    let staffSite: Staff
    let records: Records

    func respond(to request: Request, context: ArrivingContext) async throws -> Response {
        let path = request.uri.path
        switch path {
        case "/healthz": return Self.plain("ok")
        case "/readyz":
            return await records.isWritable() ? Self.plain("ready") : Self.plain("not ready", .serviceUnavailable)
        case _ where StaffSite.paths.contains { path == $0 || path.hasPrefix("\($0)/") }:
            return try await staffSite.respond(to: request, context: StaffContext(source: context.source))
        default:
            return try await publicSite.respond(to: request, context: PublicContext(source: context.source))
        }
    }

    private static func plain(_ text: String, _ status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status, headers: [.contentType: "text/plain; charset=utf-8", .cacheControl: "no-store"],
            body: .init(byteBuffer: ByteBuffer(string: text + "\n")))
    }
}

/// A request before it is known which site it is for.
struct ArrivingContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    private let channel: any Channel

    init(source: ApplicationRequestContextSource) {
        channel = source.channel
        coreContext = CoreRequestContextStorage(source: source)
    }

    /// What the chosen site makes its own context of.
    var source: ApplicationRequestContextSource { ApplicationRequestContextSource(channel: channel, logger: logger) }
}
