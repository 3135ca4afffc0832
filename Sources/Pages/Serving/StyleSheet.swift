internal import HTTPTypes
package import Hummingbird
internal import NIOCore

/// The one style sheet, under an address that holds its hash, so that it may be cached for ever.
package struct StyleSheet: Sendable {
    package let css: String
    /// Such as `/style-0f3a….css`.
    package let address: String

    package init(css: String) {
        self.css = css
        // FNV-1a, 64 bits: a name for this content, not a safeguard.
        let hash = css.utf8.reduce(UInt64(0xcbf2_9ce4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        address = "/style-\(String(hash, radix: 16)).css"
    }

    package func add<Context: RequestContext>(to router: Router<Context>) {
        router.get(RouterPath(address)) { [css] _, _ in
            Response(
                status: .ok,
                headers: [
                    .contentType: "text/css; charset=utf-8", .cacheControl: "public, max-age=31536000, immutable",
                ],
                body: .init(byteBuffer: ByteBuffer(string: css)))
        }
    }
}
