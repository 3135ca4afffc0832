import Hummingbird
import NIOCore
import PublicSite
import StaffSite

/// One server, two sites: each request goes to the site whose address it names, and to that site's own context.
struct BothSites<Public: HTTPResponder, Health: HTTPResponder, Staff: HTTPResponder>: HTTPResponder
where Public.Context == PublicContext, Health.Context == PublicContext, Staff.Context == StaffContext {
    typealias Context = ArrivingContext

    let publicSite: Public
    let health: Health
    let staffSite: Staff

    func respond(to request: Request, context: ArrivingContext) async throws -> Response {
        let response = try await answer(to: request, context: context)
        // An answer to HEAD has no body, whoever made it: the next answer on the connection would be taken for it.
        return request.method == .head ? response.createHeadResponse() : response
    }

    private func answer(to request: Request, context: ArrivingContext) async throws -> Response {
        let path = request.uri.path
        if HealthRoutes.paths.contains(path) {
            return try await health.respond(to: request, context: PublicContext(source: context.source))
        }
        if StaffSite.paths.contains(where: { path == $0 || path.hasPrefix("\($0)/") }) {
            return try await staffSite.respond(to: request, context: StaffContext(source: context.source))
        }
        return try await publicSite.respond(to: request, context: PublicContext(source: context.source))
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
