package import Concerns
package import Hummingbird
package import Pages
package import Sealing
package import Store
package import Triage

/// The young people's site: no cookie, no script, no account, and nothing that opens what they wrote.
package struct PublicSite: Sendable {
    private let pages: PublicPages
    private let stylesheet: StyleSheet
    private let plain: PlainRoutes
    private let tell: TellRoutes
    private let receipt: ReceiptRoutes
    private let councils: CouncilsRoutes
    private let leave: LeaveRoutes

    /// - Parameters:
    ///   - helplines: all ways to help, the most urgent first; those marked for it stand on every page.
    ///   - standing: what is published about an authority, or nil when nothing is.
    ///   - secondsNow: seconds since 1970, only for the age of form tokens.
    ///   - generator: makes an unpredictable source of random numbers for one request.
    ///   - leaveAddress: the page of another site that the quick way out leads to.
    /// - Throws: ``TemplateProblem`` when the template of a page that is rendered once is missing.
    package init(
        templates: Templates, words: Words, stylesheet: StyleSheet, authorities: Authorities, triage: Triage,
        helplines: [Helpline], sealer: Sealer, receipts: ReceiptDeriver, receiptWords: ReceiptWords, intake: Intake,
        threads: Threads, formTokens: FormTokens,
        standing: @escaping @Sendable (GSSCode) async throws -> CouncilStanding?,
        today: @escaping @Sendable () -> Day, secondsNow: @escaping @Sendable () -> Int,
        generator: @escaping @Sendable () -> any RandomNumberGenerator = { SystemRandomNumberGenerator() },
        leaveAddress: String
    ) throws(TemplateProblem) {
        let pages = PublicPages(templates: templates, words: words, helplines: helplines)
        self.pages = pages
        self.stylesheet = stylesheet
        plain = try PlainRoutes(pages)
        tell = TellRoutes(
            pages: pages,
            fresh: try StitchedPage(
                pages.page("tell/form", TellView(token: StitchedPage.mark, authorities: authorities, in: words)),
                of: "tell/form"),
            sent: try SentPage(pages), authorities: authorities, triage: triage, sealer: sealer, receipts: receipts,
            receiptWords: receiptWords, intake: intake,
            formTokens: formTokens, today: today, secondsNow: secondsNow, generator: generator)
        receipt = ReceiptRoutes(pages: pages, receipts: receipts, receiptWords: receiptWords, threads: threads)
        councils = try CouncilsRoutes(pages, authorities: authorities, standing: standing)
        leave = try LeaveRoutes(pages, address: leaveAddress)
    }

    /// All addresses of the site; what is at none of them is answered 404, in words.
    package func router() -> Router<PublicContext> {
        let router = Router(context: PublicContext.self, options: .autoGenerateHeadEndpoints)
        // The headers stand outermost, so that pages of errors carry them too.
        router.add(middleware: SecurityHeaders())
        router.add(middleware: PlainErrors { [pages] error in try pages.page(error) })
        router.add(middleware: SameSitePosts())
        stylesheet.add(to: router)
        plain.add(to: router)
        tell.add(to: router)
        receipt.add(to: router)
        councils.add(to: router)
        leave.add(to: router)
        return router
    }
}
