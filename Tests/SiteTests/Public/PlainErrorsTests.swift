import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Pages
import Testing

struct PlainErrorsTests {
    @Test(arguments: [400, 403, 413, 415, 500, 503])
    func `every error knows whether something was sent in vain`(code: Int) async throws {
        let status = HTTPResponse.Status(code: code)
        #expect(try await Self.answer(.post) { HTTPError(status) } == "\(code) true")
        #expect(try await Self.answer(.get) { HTTPError(status) } == "\(code) false")
    }

    @Test func `an error that nobody foresaw does so too`() async throws {
        #expect(try await Self.answer(.post) { Unforeseen() } == "500 true")
    }

    /// What an error's page is made of, as text, where `problem` is thrown.
    private static func answer(
        _ method: HTTPRequest.Method, problem: @escaping @Sendable () -> any Error
    ) async throws -> String {
        let router = Router()
        router.add(middleware: PlainErrors { Page(html: "\($0.status.code) \($0.isAnswerToForm)", status: $0.status) })
        router.on("/", method: method) { _, _ -> Response in throw problem() }
        return try await Application(router: router).test(.router) { client in
            String(buffer: try await client.execute(uri: "/", method: method).body)
        }
    }

    private struct Unforeseen: Error {}
}
