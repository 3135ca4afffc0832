package import Concerns
package import Hummingbird
import NIOCore
package import Pages
package import Receiving
package import Sealing
package import Store

/// The young people's site: no cookie, no script, no account, and nothing that opens what they wrote.
package struct PublicSite: Sendable {
    /// Answers to forms leave a whole number of these after their request came; a full gate of receipts fits into one.
    private static let step = Duration.milliseconds(500)

    /// One clear pixel, as GIF89a: no sign of this site among the open pages of a borrowed phone.
    private static let icon: [UInt8] =
        Array("GIF89a".utf8) + [1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 0, 0, 0]
        + [0x21, 0xF9, 4, 1, 0, 0, 0, 0, 0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3B]

    private let stylesheet: StyleSheet
    private let settings: PublicSettings
    private let tongues: [Tongue]
    private let leave: LeaveRoutes

    /// - Parameters:
    ///   - words: the words of each language, English first; each language has its own addresses.
    ///   - receipts: turns a receipt into what finds its thread, a few at a time.
    ///   - secondsNow: seconds since 1970, only for the age of form tokens and of budgets.
    ///   - generator: makes an unpredictable source of random numbers for one request.
    /// - Throws: ``TemplateProblem`` when the template of a page that is rendered once is missing.
    package init(
        templates: Templates, words: [Words], stylesheet: StyleSheet, facts: PublicFacts, settings: PublicSettings,
        reception: Reception, receipts: ReceiptDeriver, receiptWords: ReceiptWords, threads: Threads,
        formTokens: FormTokens, today: @escaping @Sendable () -> Day, secondsNow: @escaping @Sendable () -> Int,
        generator: @escaping @Sendable () -> any RandomNumberGenerator = { SystemRandomNumberGenerator() }
    ) throws(TemplateProblem) {
        self.stylesheet = stylesheet
        self.settings = settings
        let limits = Limits(
            receipts: receipts, receiptWords: receiptWords, isRelaxed: settings.isRelaxed,
            secondsNow: secondsNow, generator: generator)
        let origin = Origin(proxySecret: settings.proxySecret)
        let languages = words.map(\.language)
        var tongues: [Tongue] = []
        for words in words {
            let pages = try PublicPages(templates: templates, words: words, helplines: facts.helplines)
            let first = TellView(
                FormFields(bytes: []), step: .words, token: StitchedPage.mark, authorities: facts.authorities, in: words
            )
            tongues.append(
                Tongue(
                    pages: pages,
                    plain: try PlainRoutes(pages, languages: languages, onionAddress: settings.onionAddress),
                    tell: TellRoutes(
                        pages: pages, fresh: try StitchedPage(pages.page("tell/form", first), of: "tell/form"),
                        sent: try SentPage(pages), authorities: facts.authorities, reception: reception,
                        formTokens: formTokens, limits: limits, origin: origin, secondsNow: secondsNow,
                        generator: generator),
                    receipt: ReceiptRoutes(
                        pages: pages, threads: threads, reception: reception, limits: limits, origin: origin),
                    councils: try CouncilsRoutes(pages, facts: facts, today: today),
                    poster: PosterRoutes(pages, facts: facts, address: settings.address),
                    feed: FeedRoutes(pages, facts: facts, today: today, address: settings.address),
                    paper: try PaperRoutes(pages, postTo: settings.postTo)))
        }
        self.tongues = tongues
        leave = try LeaveRoutes(tongues[0].pages, address: settings.leaveAddress)
    }

    /// The site in one language.
    private struct Tongue {
        let pages: PublicPages
        let plain: PlainRoutes
        let tell: TellRoutes
        let receipt: ReceiptRoutes
        let councils: CouncilsRoutes
        let poster: PosterRoutes
        let feed: FeedRoutes
        let paper: PaperRoutes

        func add(to router: Router<PublicContext>) {
            plain.add(to: router)
            tell.add(to: router)
            receipt.add(to: router)
            councils.add(to: router)
            poster.add(to: router)
            feed.add(to: router)
            paper.add(to: router)
        }
    }

    /// All addresses of the site; what is at none of them is answered 404, in words.
    package func router() -> Router<PublicContext> {
        let router = Router(context: PublicContext.self, options: .autoGenerateHeadEndpoints)
        // The headers stand outermost, so that pages of errors carry them too; then the grid, which errors keep to as well.
        router.add(middleware: SecurityHeaders())
        router.add(middleware: TimeGrid(step: settings.isRelaxed ? nil : Self.step))
        router.add(middleware: PlainErrors { error in try pages(for: error.path).page(error) })
        router.add(middleware: SameSitePosts())
        stylesheet.add(to: router)
        for tongue in tongues { tongue.add(to: router) }
        leave.add(to: router, roots: tongues.map(\.pages.root))
        // Browsers ask for it beside each first page; words would cost an old phone more than the page's own.
        router.get("/favicon.ico") { _, _ in
            Response(
                status: .ok, headers: [.contentType: "image/gif", .contentLength: "\(Self.icon.count)"],
                body: .init(byteBuffer: ByteBuffer(bytes: Self.icon)))
        }
        return router
    }

    /// What answers a request that is no HTTP.
    ///
    /// - Throws: ``TemplateProblem`` when the template is missing.
    package func pageForBrokenRequest() throws(TemplateProblem) -> Page {
        try tongues[0].pages.page(ErrorView(status: .badRequest))
    }

    /// The pages in the language that an address names.
    private func pages(for path: String) -> PublicPages {
        (tongues.dropFirst().first { path == $0.pages.root || path.hasPrefix("\($0.pages.root)/") } ?? tongues[0]).pages
    }
}
