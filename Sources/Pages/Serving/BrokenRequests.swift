internal import HTTPTypes
package import NIOCore
package import NIOHTTPTypes

/// Puts words and headers into the answer to what is no HTTP, which the server below sends empty.
///
/// That answer is the only one with status 400 that closes its connection and has no body.
package final class BrokenRequests: ChannelOutboundHandler, RemovableChannelHandler {
    package typealias OutboundIn = HTTPResponsePart
    package typealias OutboundOut = HTTPResponsePart

    private let page: Page

    /// - Parameter page: what is shown, in words.
    package init(page: Page) { self.page = page }

    package func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard case .head(var head) = unwrapOutboundIn(data), head.status == .badRequest,
            head.headerFields[.contentLength] == "0", head.headerFields[.connection] == "close"
        else {
            context.write(data, promise: promise)
            return
        }
        let body = ByteBuffer(string: page.html)
        head.headerFields.append(contentsOf: SecurityFields.all)
        head.headerFields[.contentType] = page.contentType
        head.headerFields[.contentLength] = "\(body.readableBytes)"
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.write(wrapOutboundOut(.body(body)), promise: promise)
    }
}
