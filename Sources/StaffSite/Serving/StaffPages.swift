import Concerns
import HTTPTypes
import Hummingbird
import Pages
import Reinspection

/// Renders staff pages, with who is signed in and their rooms at the head.
final class StaffPages: Sendable {
    let templates: Templates
    let words: Words
    let authorities: Authorities
    /// The titles of inspection frameworks by their id.
    let frameworkTitles: [String: String]

    init(templates: Templates, words: Words, authorities: Authorities, frameworks: [Framework] = []) {
        self.templates = templates
        self.words = words
        self.authorities = authorities
        frameworkTitles = frameworks.reduce(into: [:]) { $0[$1.id] = $1.title }
    }

    /// - Parameter view: has the session's token as `token`, for the form that signs out.
    func page(
        _ name: String, _ view: Any, for session: Session?, status: HTTPResponse.Status = .ok
    ) throws -> Page {
        let person = session.map { session in
            Person(
                name: session.name, role: said("staffRole", session.role.rawValue),
                rooms: StaffRoom.open(to: session.role).map { .init(address: $0.address, title: words($0.key)) },
                hasLetterKeys: session.hasLetterKeys, pause: session.pause?.says { words($0, $1) })
        }
        return try templates.page(name, view, in: words, status: status, person: person)
    }

    /// A page for an error, in words.
    func error(_ error: ErrorView) throws -> Page {
        let key = "staff" + error.key.prefix(1).uppercased() + error.key.dropFirst()
        return try page(
            "staff-error", StaffErrorView(title: words(key), text: words(key + "Text")), for: nil, status: error.status)
    }

    /// The words for one of a fixed set of codes: `staffArea` and `looked-after` are under `staffAreaLookedAfter`.
    func said(_ kind: String, _ code: String) -> String {
        words(
            kind
                + code.lowercased().split { $0 == "-" || $0 == "_" }
                .map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined())
    }

    /// A council's name, or that nobody said which.
    func name(of authority: GSSCode?) -> String {
        guard let authority else { return words("councilNotSaid") }
        return authorities[authority]?.name ?? authority.description
    }

    func names(of areas: [JudgementArea]) -> String {
        areas.isEmpty ? words("areasNone") : areas.map { said("staffArea", $0.rawValue) }.joined(separator: ", ")
    }
}

/// The view of `staff-error`.
struct StaffErrorView: Sendable {
    let title: String
    let text: String
}
