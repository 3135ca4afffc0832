import HTTPTypes
import Hummingbird
import NIOCore
import Pages
import Testing

struct FormFieldsTests {
    @Test(arguments: [
        "application/x-www-form-urlencoded", "application/x-www-form-urlencoded ; charset=utf-8",
        " Application/X-WWW-Form-URLEncoded;charset=utf-8",
    ])
    func `a form is known by its type, however it is spaced`(type: String) async throws {
        let request = Self.request(type: type, body: RequestBody(buffer: ByteBuffer(string: "message=Hello")))
        #expect(try await FormFields.of(request)["message"] == "Hello")
    }

    @Test(arguments: ["", "text/plain", "application/x-www-form-urlencoded2", "multipart/form-data; boundary=x"])
    func `anything else is no form`(type: String) async throws {
        let request = Self.request(type: type, body: RequestBody(buffer: ByteBuffer(string: "message=Hello")))
        let problem = await #expect(throws: HTTPError.self) { try await FormFields.of(request) }
        #expect(problem?.status == .unsupportedMediaType)
    }

    @Test func `a body that breaks off is the sender's fault, not ours`() async throws {
        let body = AsyncThrowingStream<ByteBuffer, any Error> { parts in
            parts.yield(ByteBuffer(string: "message=Hel"))
            parts.finish(throwing: BrokenOff())
        }
        let request = Self.request(
            type: "application/x-www-form-urlencoded", body: RequestBody(asyncSequence: body))
        let problem = await #expect(throws: HTTPError.self) { try await FormFields.of(request) }
        #expect(problem?.status == .badRequest)
    }

    private static func request(type: String, body: RequestBody) -> Request {
        Request(
            head: HTTPRequest(
                method: .post, scheme: nil, authority: nil, path: "/tell", headerFields: [.contentType: type]),
            body: body)
    }

    private struct BrokenOff: Error {}
}
