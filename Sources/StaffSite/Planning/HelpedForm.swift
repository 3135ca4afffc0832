import Concerns
import Pages

/// The areas that inspectors looked at because of what young people said, as a planner ticked them.
struct HelpedForm: Sendable {
    /// The id of the form's fields on the page.
    static let field = "helped"

    let ticked: [String]

    init() { ticked = [] }

    init(_ fields: FormFields) { ticked = fields.all("area") }

    /// - Throws: what is wrong.
    func checked() throws(FormProblems) -> Set<JudgementArea> {
        guard !ticked.isEmpty else { throw FormProblems(Self.field, says: "helpedNothingTicked") }
        let areas = ticked.compactMap(JudgementArea.init)
        guard areas.count == ticked.count else { throw FormProblems(Self.field, says: "areaIsNotKnown") }
        return Set(areas)
    }
}
