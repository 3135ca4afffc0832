import Concerns
import Pages

extension Words {
    /// A month as a young person reads it: “March 2026”.
    func month(_ month: Month) -> String {
        self("monthOfYear", ["month": self("month\(month.ofYear)"), "year": "\(month.year)"])
    }

    /// What an area is called on the young people's pages.
    func area(_ area: JudgementArea) -> String { self("area-\(area.rawValue)") }
}
