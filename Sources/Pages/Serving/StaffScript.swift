package import Hummingbird

/// A script of the staff pages, under an address that holds its hash, so that it may be cached for ever.
///
/// Young people's pages have none, and their policy lets none run.
package struct StaffScript: Sendable {
    /// By which a template names it: `review` for `{{scripts.review}}`.
    package let name: String
    package let text: String
    /// Such as `/sign-in/review-0f3a….js`.
    package let address: String

    /// - Parameter folder: what its address begins with, such as `/sign-in`.
    package init(name: String, text: String, in folder: String) {
        self.name = name
        self.text = text
        address = "\(folder)/\(name)-\(ContentName.of(text)).js"
    }

    package func add<Context: RequestContext>(to router: Router<Context>) {
        let answer = FixedAnswer(
            text: text, contentType: "text/javascript; charset=utf-8",
            cacheControl: "public, max-age=31536000, immutable")
        router.get(RouterPath(address)) { request, _ in answer.response(to: request) }
    }
}

/// A name for a content, not a safeguard: FNV-1a, 64 bits.
enum ContentName {
    static func of(_ text: String) -> String {
        String(
            text.utf8.reduce(UInt64(0xcbf2_9ce4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }, radix: 16)
    }
}
