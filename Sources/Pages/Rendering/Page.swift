internal import HTTPTypes
package import Hummingbird
internal import NIOCore

/// A rendered page, ready to be sent in one write.
package struct Page: ResponseGenerator, Sendable {
    package let html: String
    package let status: HTTPResponse.Status
    package var headers: HTTPFields = [:]
    package var contentType = "text/html; charset=utf-8"

    package init(html: String, status: HTTPResponse.Status = .ok) {
        self.html = html
        self.status = status
    }

    package func response(from request: Request, context: some RequestContext) throws -> Response {
        response()
    }

    package func response() -> Response {
        var fields = headers
        let body = ByteBuffer(string: html)
        fields[.contentType] = contentType
        fields[.contentLength] = "\(body.readableBytes)"
        return Response(status: status, headers: fields, body: .init(byteBuffer: body))
    }

    /// An answer that only sends the reader on, so that reloading does not send a form twice (303).
    package static func seeOther(_ address: String) -> Response {
        Response(status: .seeOther, headers: [.location: address])
    }
}
