import Concerns
import Pages
import Reinspection

/// The form of `planning/helped`, which tells young people that inspectors looked where they had pointed.
struct HelpedView: Sendable {
    let report: String
    /// Each with how many would be told at the least; none is ticked before the planner ticks it.
    let areas: [Choice]

    /// - Parameter threads: how many threads would be told, by area.
    init(
        _ later: LaterInspection, threads: [JudgementArea: Int], floor: Int, form: HelpedForm, in pages: StaffPages
    ) {
        report = pages.words(
            "helpedReport", ["published": later.published.description, "day": later.dayBefore.description])
        areas = JudgementArea.allCases.map { area in
            let count = pages.shown(ShownCount(threads[area] ?? 0, floor: floor))
            let name = pages.said("staffArea", area.rawValue)
            return Choice(
                value: area.rawValue, label: pages.words("helpedArea", ["area": name, "count": count]),
                isChosen: form.ticked.contains(area.rawValue))
        }
    }
}
