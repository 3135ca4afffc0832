package import Hummingbird

/// A site's style sheet, under an address that holds its hash, so that it may be cached for ever.
package struct StyleSheet: Sendable {
    /// Without comments and spare spaces: an old phone loads every byte.
    package let css: String
    /// Such as `/style-0f3a….css`.
    package let address: String

    /// - Parameter folder: what its address begins with, such as `/sign-in`.
    package init(css: String, in folder: String = "") {
        self.css = Self.small(css)
        address = "\(folder)/style-\(ContentName.of(self.css)).css"
    }

    package func add<Context: RequestContext>(to router: Router<Context>) {
        let answer = FixedAnswer(
            text: css, contentType: "text/css; charset=utf-8", cacheControl: "public, max-age=31536000, immutable")
        router.get(RouterPath(address)) { request, _ in answer.response(to: request) }
    }

    /// Comments and line ends stand outside of strings in our sheets, which hold neither `/*` nor two spaces.
    private static func small(_ css: String) -> String {
        css.replacing(/\/\*(?:[^*]|\*[^\/])*\*\//, with: "")
            .replacing(/\s+/, with: " ")
            .replacing(/\ ?([{};,])\ ?/) { String($0.1) }
            .replacing(/([a-z-]):\ /) { "\($0.1):" }
            .replacing(";}", with: "}")
    }
}
