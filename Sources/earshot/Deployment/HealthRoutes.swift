import HTTPTypes
import Hummingbird
import NIOCore
import Pages
import PublicSite
import Store

/// What those who run the service ask: whether the process answers, and whether a concern would be kept.
struct HealthRoutes {
    static let paths: Set<String> = ["/healthz", "/readyz"]

    let readiness: Readiness

    func router() -> Router<PublicContext> {
        let router = Router(context: PublicContext.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: SecurityHeaders())
        router.get("/healthz") { _, _ in Self.plain("ok", .ok) }
        router.get("/readyz") { [readiness] _, _ in
            await readiness.isReady(atSecond: MachineClock.secondsNow)
                ? Self.plain("ready", .ok) : Self.plain("not ready", .serviceUnavailable)
        }
        return router
    }

    private static func plain(_ text: String, _ status: HTTPResponse.Status) -> Response {
        Response(
            status: status, headers: [.contentType: "text/plain; charset=utf-8"],
            body: .init(byteBuffer: ByteBuffer(string: text + "\n")))
    }
}

/// Remembers for a second whether the store can be written to: each look is a commit in the concerns' own queue.
actor Readiness {
    private let records: Records
    private var last: (second: Int, isReady: Bool)?

    init(_ records: Records) { self.records = records }

    func isReady(atSecond now: Int) async -> Bool {
        if let last, last.second == now { return last.isReady }
        let isReady = await records.isWritable()
        last = (now, isReady)
        return isReady
    }
}
