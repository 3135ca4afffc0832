import Concerns
import Pages
import Store

/// What an inspector asks for, as typed.
struct SearchForm: Sendable {
    static let pageSize = 20

    let authority: String
    let area: String
    let from: String
    let through: String
    let sought: String
    /// As typed.
    let page: String

    init(query: String) {
        let fields = FormFields(bytes: query.utf8)
        authority = fields.text("authority") ?? ""
        area = fields.text("area") ?? ""
        from = fields.text("from") ?? ""
        through = fields.text("through") ?? ""
        sought = fields.text("words") ?? ""
        page = fields["page"] ?? ""
    }

    /// The question, for the first page of its answer.
    ///
    /// - Throws: everything that is wrong, in the order of the page.
    func checked(among authorities: Authorities) throws(FormProblems) -> ConcernQuery {
        var problems: [FormProblem] = []
        var codes: Set<GSSCode> = []
        if !authority.isEmpty {
            codes = (try? GSSCode(authority)).map { authorities.lineage(of: $0) } ?? []
            if codes.isEmpty { problems.append(FormProblem("authority", says: "councilIsUnknown")) }
        }
        let known = JudgementArea(rawValue: area)
        if !area.isEmpty, known == nil { problems.append(FormProblem("area", says: "areaIsNotKnown")) }
        let first = week(from)
        if !from.isEmpty, first == nil { problems.append(FormProblem("from", says: "weekIsUnclear")) }
        let last = week(through)
        if !through.isEmpty, last == nil { problems.append(FormProblem("through", says: "weekIsUnclear")) }
        if let first, let last, last < first { problems.append(FormProblem("through", says: "weeksAreReversed")) }
        guard problems.isEmpty else { throw FormProblems(problems) }
        return ConcernQuery(
            authorities: codes, area: known, from: first, through: last, words: sought.isEmpty ? nil : sought,
            limit: Self.pageSize)
    }

    /// A week as `2026-W10`, or the one that holds a day.
    private func week(_ text: String) -> Week? { (try? Week(text.uppercased())) ?? (try? Day(text))?.week }

    /// The address of another page of the same question.
    func address(ofPage page: Int) -> String {
        let fields = [
            ("authority", authority), ("area", area), ("from", from), ("through", through), ("words", sought),
            ("page", "\(page)"),
        ]
        return "/intelligence?"
            + fields.filter { !$0.1.isEmpty }.map { "\($0.0)=\(Self.encoded($0.1))" }.joined(separator: "&")
    }

    private static func encoded(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF")
        return text.utf8.reduce(into: "") { encoded, byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
                encoded.unicodeScalars.append(UnicodeScalar(byte))
            default: encoded += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
            }
        }
    }
}
