package import NIOCore
package import NIOHTTPTypes

/// Closes a connection whose request does not begin, or is not whole, in time, however slowly its bytes drip in.
///
/// An idle time-out alone lets one byte a second hold a connection for ever, and a place that others need with it.
package final class RequestDeadline: ChannelInboundHandler, RemovableChannelHandler {
    package typealias InboundIn = HTTPRequestPart
    package typealias InboundOut = HTTPRequestPart

    private let head: TimeAmount
    private let whole: TimeAmount
    private var timer: Scheduled<Void>?

    /// - Parameters:
    ///   - head: from the connection to the end of its first request's headers; for the next ones the idle time-out holds.
    ///   - whole: from the end of a request's headers to the end of its body.
    package init(head: TimeAmount, whole: TimeAmount) {
        self.head = head
        self.whole = whole
    }

    package func channelActive(context: ChannelHandlerContext) {
        start(head, context)
        context.fireChannelActive()
    }

    package func channelInactive(context: ChannelHandlerContext) {
        timer?.cancel()
        context.fireChannelInactive()
    }

    package func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head: start(whole, context)
        case .body: break
        case .end: timer?.cancel()
        }
        context.fireChannelRead(data)
    }

    private func start(_ limit: TimeAmount, _ context: ChannelHandlerContext) {
        timer?.cancel()
        let channel = context.channel
        timer = context.eventLoop.scheduleTask(in: limit) { channel.close(promise: nil) }
    }
}
