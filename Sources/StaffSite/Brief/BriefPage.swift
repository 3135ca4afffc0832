package import Concerns
package import Pages
package import Reinspection

/// The whole brief as one HTML file that needs no other: its style sheet is in it.
package struct BriefPage: Sendable {
    private let pages: StaffPages
    private let stylesheet: StyleSheet

    /// - Parameter frameworks: those whose titles the brief gives; the others show their id.
    package init(
        templates: Templates, words: Words, stylesheet: StyleSheet, authorities: Authorities,
        frameworks: [Framework] = []
    ) {
        pages = StaffPages(templates: templates, words: words, authorities: authorities, frameworks: frameworks)
        self.stylesheet = stylesheet
    }

    /// - Throws: `TemplateProblem` when the template is missing.
    package func html(of brief: Brief) throws -> String {
        try pages.page("brief", BriefView(brief, in: pages), for: nil).html
            .replacing(
                "<link rel=\"stylesheet\" href=\"\(stylesheet.address)\">", with: "<style>\(stylesheet.css)</style>")
    }
}
