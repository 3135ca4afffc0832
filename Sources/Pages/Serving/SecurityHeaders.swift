internal import HTTPTypes
package import Hummingbird

/// The headers of every answer, errors too: nothing is cached, nothing is told to or taken from another site.
package struct SecurityHeaders<Context: RequestContext>: RouterMiddleware {
    package init() {}

    package func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        for (name, value) in Self.fields where response.headers[name] == nil { response.headers[name] = value }
        response.headers[.server] = nil
        return response
    }

    private static var fields: [(HTTPField.Name, String)] {
        [
            (.cacheControl, "no-store"),
            (.contentSecurityPolicy, policy.description),
            (.xContentTypeOptions, "nosniff"),
            (.referrerPolicy, "no-referrer"),
            (.crossOriginOpenerPolicy, "same-origin"),
            (.crossOriginResourcePolicy, "same-origin"),
            (.crossOriginEmbedderPolicy, "require-corp"),
        ]
    }

    private static var policy: ContentSecurityPolicy {
        [
            .defaultSrc(.none), .styleSrc(.self), .imgSrc(.self), .formAction(.self), .baseURI(.none),
            .frameAncestors(.none),
        ]
    }
}

extension HTTPField.Name {
    // These names are fixed and valid; `HTTPField.Name` is failable for names from outside.
    fileprivate static var referrerPolicy: Self { name("Referrer-Policy") }
    fileprivate static var crossOriginOpenerPolicy: Self { name("Cross-Origin-Opener-Policy") }
    fileprivate static var crossOriginResourcePolicy: Self { name("Cross-Origin-Resource-Policy") }
    fileprivate static var crossOriginEmbedderPolicy: Self { name("Cross-Origin-Embedder-Policy") }

    private static func name(_ name: String) -> Self { HTTPField.Name(name) ?? .cacheControl }
}
