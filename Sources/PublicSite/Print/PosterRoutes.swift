import Concerns
import HTTPTypes
import Hummingbird
import NIOCore
import Pages
import Pictures

/// A poster and small cards for each council, to print, and the square code on them (T9).
struct PosterRoutes: Sendable {
    /// Pixels for each module: sharp on paper in the size of the poster, and still a few hundred bytes.
    private static let scale = 8

    private let pages: PublicPages
    private let facts: PublicFacts
    private let address: PrintedAddress

    /// - Parameter address: where young people find the site, such as `https://earshot.example`.
    init(_ pages: PublicPages, facts: PublicFacts, address: String) {
        self.pages = pages
        self.facts = facts
        self.address = PrintedAddress(address)
    }

    func add(to router: Router<PublicContext>) {
        let poster = RouterPath("\(pages.root)/councils/:gss/poster")
        router.get(poster) { request, context in
            try await council(context).answer(at: "/poster", in: pages) { authority in
                let view = PosterView(
                    authority, try await facts.standing(authority.code), address: address, in: pages.words)
                return FixedAnswer(try pages.page("poster/page", view)).response(to: request)
            }
        }
        router.refuseOtherMethods(at: poster)
        let code = RouterPath("\(pages.root)/councils/:gss/qr.png")
        router.get(code) { _, context in
            try await council(context).answer(at: "/qr.png", in: pages, with: code(of:))
        }
        router.refuseOtherMethods(at: code)
    }

    private func council(_ context: PublicContext) throws -> CouncilAddress {
        try CouncilAddress(context.parameters.get("gss") ?? "", in: facts.authorities)
    }

    /// The code leads to the council's page and not to the form.
    ///
    /// There the young person learns first what was found about their council, “Tell us” is one tap on, and what stays in
    /// the history of the phone is the name of a council.
    private func code(of authority: Authority) throws -> Response {
        let page = CouncilLink(authority, root: pages.root).address
        let picture = try PNG(QRCode(address.whole + page).modules, scale: Self.scale)
        return Response(
            status: .ok, headers: [.contentType: "image/png", .contentLength: "\(picture.bytes.count)"],
            body: .init(byteBuffer: ByteBuffer(bytes: picture.bytes)))
    }
}
