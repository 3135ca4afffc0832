import Concerns
import Pages
import Receiving

/// One message that a child told an advocate, as it was written down.
struct RelayForm: Sendable {
    let told: TellForm
    /// How many children it speaks for, as typed.
    let children: String
    /// The form's own token, by which a second sending is known; `token` is the session's.
    let sending: String
    /// As typed: what cannot be a language is asked back.
    let language: String
    let wantsLookUp: Bool

    init(_ fields: FormFields) {
        told = TellForm(fields.without(["token", "who"]))
        children = fields.text("children") ?? ""
        sending = fields["sending"] ?? ""
        language = fields.text("language") ?? ""
        wantsLookUp = fields["action"] == "look-up"
    }

    /// - Parameter isFresh: whether its own token is one of ours and neither stale nor of this instant.
    /// - Throws: everything that is wrong, by the keys of the words for advocates.
    func checked(in authorities: Authorities, isFresh: Bool) throws(FormProblems) -> TellAnswers {
        var problems: [FormProblem] = []
        // A language's own name, such as “Kurdish”, has the shape of a long code that no language has.
        let isCode = !told.language.isEmpty && told.language.prefix { $0 != "-" }.count <= 3
        if !isCode, !language.isEmpty { problems.append(FormProblem("language", says: "relayLanguageIsUnknown")) }
        let count = Children.count(children)
        if count == nil, !children.isEmpty { problems.append(FormProblem("children", says: "relayChildrenAreUnclear")) }
        let answers: TellAnswers
        // A page that is old is told so only where nothing else is wrong: it is sent again anyway.
        do { answers = try told.checked(in: authorities, isFresh: isFresh || !problems.isEmpty) } catch {
            throw Self.inOrder(Self.relayed(error) + problems)
        }
        guard problems.isEmpty else { throw Self.inOrder(problems) }
        let said = answers.told
        return TellAnswers(
            told: Told(
                said.original, councilTyped: said.councilTyped, areas: said.areas, ageBand: said.ageBand,
                language: said.language, children: count),
            authority: answers.authority, teller: nil, sharing: answers.sharing)
    }

    /// The same in words for advocates: `messageIsEmpty` is under `relayMessageIsEmpty`.
    private static func relayed(_ problems: FormProblems) -> [FormProblem] {
        problems.all.map { FormProblem($0.field, says: "relay" + $0.key.prefix(1).uppercased() + $0.key.dropFirst()) }
    }

    private static func inOrder(_ problems: [FormProblem]) -> FormProblems {
        let page = ["message", "authority", "children", "age_band", "area", "share", "language", "send"]
        return FormProblems(page.flatMap { field in problems.filter { $0.field == field } })
    }
}
