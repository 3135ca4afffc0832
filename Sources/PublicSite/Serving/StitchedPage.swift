import Pages

/// A page that was rendered once but for one value, which each answer brings.
///
/// Rendering through reflection is what costs most of an answer; what never changes is not rendered again.
struct StitchedPage: Sendable {
    /// What stands in the place of the value while the page is rendered.
    static let mark = "the-value-stands-here"

    private let before: String
    private let after: String

    /// - Parameter page: rendered with ``mark`` as the value.
    /// - Throws: ``TemplateProblem`` when the template does not print the value exactly once.
    init(_ page: Page, of template: String) throws(TemplateProblem) {
        let parts = page.html.split(separator: Self.mark, omittingEmptySubsequences: false)
        guard parts.count == 2 else {
            throw TemplateProblem(template: template, says: "it must print what changes exactly once")
        }
        before = String(parts[0])
        after = String(parts[1])
    }

    /// - Parameter value: made here and never typed by anyone, as it is not escaped.
    func page(with value: String) -> Page { Page(html: before + value + after) }
}
