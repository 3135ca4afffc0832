internal import HTTPTypes
package import Hummingbird

/// The headers of every answer, errors too: nothing is cached, nothing is told to or taken from another site.
package struct SecurityHeaders<Context: RequestContext>: RouterMiddleware {
    private let fields: [HTTPField]

    /// - Parameter runsOwnScripts: whether scripts that this site serves itself may run, and ask this site alone; only the
    ///   staff pages have any.
    package init(runsOwnScripts: Bool = false) {
        fields = runsOwnScripts ? SecurityFields.withOwnScripts : SecurityFields.all
    }

    package func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        for field in fields where !response.headers.contains(field.name) { response.headers.append(field) }
        response.headers[.server] = nil
        return response
    }
}

/// The headers themselves, made once and not for every answer.
enum SecurityFields {
    static let all = fields(policy)
    static let withOwnScripts = fields(policyWithOwnScripts)

    private static func fields(_ policy: ContentSecurityPolicy) -> [HTTPField] {
        [HTTPField(name: .contentSecurityPolicy, value: policy.description)] + others
    }

    private static let others = [
        HTTPField(name: .cacheControl, value: "no-store"),
        HTTPField(name: .xContentTypeOptions, value: "nosniff"),
        HTTPField(name: .referrerPolicy, value: "no-referrer"),
        HTTPField(name: .permissionsPolicy, value: PowerfulFeatures.allOff),
        HTTPField(name: .crossOriginOpenerPolicy, value: "same-origin"),
        HTTPField(name: .crossOriginResourcePolicy, value: "same-origin"),
        HTTPField(name: .crossOriginEmbedderPolicy, value: "require-corp"),
    ]

    private static var policy: ContentSecurityPolicy {
        [
            .defaultSrc(.none), .scriptSrc(.none), .styleSrc(.self), .imgSrc(.self), .formAction(.self),
            .baseURI(.none), .frameAncestors(.none),
        ]
    }

    private static var policyWithOwnScripts: ContentSecurityPolicy {
        [
            .defaultSrc(.none), .scriptSrc(.self), .connectSrc(.self), .styleSrc(.self), .imgSrc(.self),
            .formAction(.self), .baseURI(.none), .frameAncestors(.none),
        ]
    }
}

/// What a browser could let a page do, all of it off: nothing here measures, listens, watches or pays.
///
/// The names that Chromium 156 knows; it complains in the console of those it does not know, such as `web-share`.
enum PowerfulFeatures {
    static let names = [
        "accelerometer", "autoplay", "browsing-topics", "camera", "clipboard-read", "clipboard-write",
        "compute-pressure", "display-capture", "encrypted-media", "fullscreen", "gamepad", "geolocation", "gyroscope",
        "hid", "identity-credentials-get", "idle-detection", "keyboard-map", "local-fonts", "magnetometer",
        "microphone", "midi", "otp-credentials", "payment", "picture-in-picture", "publickey-credentials-create",
        "publickey-credentials-get", "screen-wake-lock", "serial", "storage-access", "usb", "window-management",
        "xr-spatial-tracking",
    ]

    /// As the value of `Permissions-Policy`.
    static var allOff: String { names.map { "\($0)=()" }.joined(separator: ", ") }
}

extension HTTPField.Name {
    // These names are fixed and valid; `HTTPField.Name` is failable for names from outside.
    fileprivate static var referrerPolicy: Self { name("Referrer-Policy") }
    fileprivate static var permissionsPolicy: Self { name("Permissions-Policy") }
    fileprivate static var crossOriginOpenerPolicy: Self { name("Cross-Origin-Opener-Policy") }
    fileprivate static var crossOriginResourcePolicy: Self { name("Cross-Origin-Resource-Policy") }
    fileprivate static var crossOriginEmbedderPolicy: Self { name("Cross-Origin-Embedder-Policy") }

    private static func name(_ name: String) -> Self { HTTPField.Name(name) ?? .cacheControl }
}
