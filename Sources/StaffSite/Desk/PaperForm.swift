import Concerns
import Pages
import Receiving

/// What a moderator has keyed in from a sheet of paper, as it stands.
struct PaperForm: Sendable {
    let told: TellForm
    /// The form's own token, by which a second sending is known; `token` is the session's.
    let sending: String
    /// As typed: here somebody did, so what cannot be a language is asked back.
    let language: String
    let wantsLookUp: Bool

    init(_ fields: FormFields) {
        told = TellForm(fields.without(["token"]))
        sending = fields["sending"] ?? ""
        language = fields.text("language") ?? ""
        wantsLookUp = fields["action"] == "look-up"
    }

    /// - Parameter isFresh: whether its own token is one of ours and neither stale nor of this instant.
    /// - Throws: everything that is wrong, by the keys of the words for staff.
    func checked(in authorities: Authorities, isFresh: Bool) throws(FormProblems) -> TellAnswers {
        var problems: [FormProblem] = []
        // A language's own name, such as “Kurdish”, has the shape of a long code that no language has.
        let isCode = !told.language.isEmpty && told.language.prefix { $0 != "-" }.count <= 3
        if !isCode, !language.isEmpty {
            problems.append(FormProblem("language", says: "languageIsUnknown"))
        }
        let answers: TellAnswers
        do { answers = try told.checked(in: authorities, isFresh: isFresh) } catch {
            throw FormProblems(error.all + problems).keyed
        }
        guard problems.isEmpty else { throw FormProblems(problems).keyed }
        return answers
    }
}

extension FormProblems {
    /// The same in words for whoever keys a form in: `messageIsEmpty` is under `keyedMessageIsEmpty`.
    var keyed: FormProblems {
        FormProblems(
            all.map { FormProblem($0.field, says: "keyed" + $0.key.prefix(1).uppercased() + $0.key.dropFirst()) })
    }
}
