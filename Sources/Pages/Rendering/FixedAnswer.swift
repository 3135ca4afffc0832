internal import HTTPTypes
package import Hummingbird
internal import NIOCore

/// An answer that is the same for everyone: packed for whoever takes it packed, as it holds no secret and echoes nothing.
package struct FixedAnswer: Sendable {
    private let plain: ByteBuffer
    private let packed: ByteBuffer?
    private let headers: HTTPFields

    /// A page that was rendered once.
    package init(_ page: Page) { self.init(text: page.html, contentType: page.contentType) }

    init(text: String, contentType: String, cacheControl: String? = nil) {
        plain = ByteBuffer(string: text)
        packed = Gzip.packed(Array(text.utf8)).map { ByteBuffer(bytes: $0) }
        var headers: HTTPFields = [.contentType: contentType, .vary: "Accept-Encoding"]
        headers[.cacheControl] = cacheControl
        self.headers = headers
    }

    package func response(to request: Request) -> Response {
        var headers = headers
        let takesPacked = request.headers[.acceptEncoding]?.lowercased().contains("gzip") ?? false
        guard takesPacked, let packed else {
            headers[.contentLength] = "\(plain.readableBytes)"
            return Response(status: .ok, headers: headers, body: .init(byteBuffer: plain))
        }
        headers[.contentEncoding] = "gzip"
        headers[.contentLength] = "\(packed.readableBytes)"
        return Response(status: .ok, headers: headers, body: .init(byteBuffer: packed))
    }
}
