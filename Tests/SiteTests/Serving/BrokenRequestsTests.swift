import HTTPTypes
import NIOCore
import NIOEmbedded
import NIOHTTPTypes
import Pages
import Testing

struct BrokenRequestsTests {
    private func sent(_ head: HTTPResponse, body: String? = nil) throws -> (head: HTTPResponse, body: String) {
        let channel = EmbeddedChannel(handler: BrokenRequests(page: Page(html: "<p>We could not read this</p>")))
        try channel.writeOutbound(HTTPResponsePart.head(head))
        if let body { try channel.writeOutbound(HTTPResponsePart.body(ByteBuffer(string: body))) }
        try channel.writeOutbound(HTTPResponsePart.end(nil))
        guard case .head(let head)? = try channel.readOutbound(as: HTTPResponsePart.self) else {
            throw ChannelError.unknownLocalAddress
        }
        var text = ""
        while case .body(let bytes)? = try channel.readOutbound(as: HTTPResponsePart.self) {
            text += String(buffer: bytes)
        }
        return (head, text)
    }

    @Test func `what is no HTTP is answered in words, with the headers of every answer`() throws {
        let answer = try sent(
            HTTPResponse(status: .badRequest, headerFields: [.connection: "close", .contentLength: "0"]))
        #expect(answer.body == "<p>We could not read this</p>")
        #expect(answer.head.headerFields[.contentLength] == "29")
        #expect(answer.head.headerFields[.contentType] == "text/html; charset=utf-8")
        #expect(answer.head.headerFields[.cacheControl] == "no-store")
        #expect(answer.head.headerFields[.connection] == "close")
    }

    @Test func `every other answer passes as it is`() throws {
        let refused = HTTPResponse(status: .badRequest, headerFields: [.contentLength: "3"])
        let answer = try sent(refused, body: "why")
        #expect(answer.head == refused)
        #expect(answer.body == "why")
    }
}
