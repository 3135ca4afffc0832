import Concerns
import Hummingbird
import Pages

/// Which council an address such as `/councils/E08000025` means today.
enum CouncilAddress {
    case one(Authority)
    /// The code is a former one; this authority answers for it now.
    case moved(to: Authority)
    /// The first has become the others.
    case several(Authority, now: [Authority])

    /// - Parameter code: as it stands in the address, in capital or small letters.
    /// - Throws: not found (404) for what is no authority's code.
    init(_ code: String, in authorities: Authorities) throws(HTTPError) {
        guard let code = try? GSSCode(code.uppercased()), let authority = authorities[code] else {
            throw HTTPError(.notFound)
        }
        let today = authorities.today(of: code)
        if today.count != 1 {
            self = .several(authority, now: today)
        } else if today[0].code != code {
            self = .moved(to: today[0])
        } else {
            self = .one(today[0])
        }
    }

    /// The answer at this address, or at an address below it: a former code leads on, and where there are several councils
    /// now the reader chooses.
    ///
    /// - Parameters:
    ///   - part: what follows the council in the address, such as `/poster`.
    ///   - council: makes the answer where the address means one council.
    func answer(
        at part: String = "", in pages: PublicPages, with council: (Authority) async throws -> Response
    ) async throws -> Response {
        switch self {
        case .one(let authority): try await council(authority)
        case .moved(let authority): Page.seeOther(CouncilLink(authority, root: pages.root).address + part)
        case .several(let former, let now):
            try pages.page("councils/split", SplitView(former, now: now, root: pages.root)).response()
        }
    }
}
