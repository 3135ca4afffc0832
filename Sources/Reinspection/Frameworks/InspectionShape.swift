package import FactFiles

/// How long an inspection is, and what the authority prepares.
package struct InspectionShape: Sendable {
    package let weeks: Sourced<Int>
    /// The weeks, counted from 1, in which nobody is on site.
    package let offSiteWeeks: Sourced<[Int]>
    package let inspectors: Sourced<Int>
    /// Days of the main fieldwork.
    package let fieldworkDays: Sourced<Int>
    /// Cases that the authority audits itself.
    package let auditedCases: Sourced<Int>
    package let noticeWorkingDays: Sourced<Int>
    package let annexDeadlineWorkingDays: Sourced<Int>
}

/// One row of the table that turns the number of areas in scope into weeks and people (P38).
package struct Breadth: Hashable, Sendable {
    package let areas: Int
    package let weeks: Int
    package let inspectors: Int
    package let fieldworkDays: Int
    package let auditedCases: Int
}
